import type { WorkspaceConfig } from './schemas.ts';

interface Crossed {
  readonly path: PropertyKey[];
  readonly message: string;
}

/** What no single entry can know: names that must exist elsewhere in the file, and ids used twice. */
export function crossCheck(config: WorkspaceConfig): Crossed[] {
  return [
    ...doubledRotas(config),
    ...doubledRoutes(config),
    ...unknownRotas(config),
    ...unknownWebhooks(config),
    ...listenedCanary(config),
    ...unknownServices(config),
    ...unknownRotasOfIncidents(config),
  ];
}

function doubledRotas({ rotas }: WorkspaceConfig): Crossed[] {
  const ids = rotas.map((rota) => rota.id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) < i
      ? [{ path: ['rotas', i, 'id'], message: `another rota is already called "${id}"` }]
      : [],
  );
}

function doubledRoutes({ routes }: WorkspaceConfig): Crossed[] {
  const ids = routes.map((route) => route.id);
  return ids.flatMap((id, i) => {
    const first = ids.indexOf(id);
    if (first === i) return [];
    return id.startsWith('route_')
      ? [
          {
            path: ['routes', i],
            message: `listens to the same as routes[${first}], which always comes before it; remove one, or give them other triggers`,
          },
        ]
      : [{ path: ['routes', i, 'id'], message: `another route is already called "${id}"` }];
  });
}

function unknownRotas({ rotas, routes }: WorkspaceConfig): Crossed[] {
  const ids = rotas.map((rota) => rota.id);
  const known = `the rotas are: ${ids.join(', ')}`;
  return routes.flatMap(({ rota, outside }, i) => [
    ...(ids.includes(rota)
      ? []
      : [{ path: ['routes', i, 'rota'], message: `there is no rota "${rota}"; ${known}` }]),
    ...(outside === 'tell' || ids.includes(outside)
      ? []
      : [
          {
            path: ['routes', i, 'outside'],
            message: `must be \`tell\` or a rota, and there is no rota "${outside}"; ${known}`,
          },
        ]),
  ]);
}

function unknownWebhooks({ routes, webhooks }: WorkspaceConfig): Crossed[] {
  const names = Object.keys(webhooks);
  return routes.flatMap(({ ladder }, i) =>
    ladder.flatMap(({ via }, step) =>
      via === undefined || names.includes(via)
        ? []
        : [
            {
              path: ['routes', i, 'ladder', step, 'via'],
              message: `there is no webhook "${via}"; describe it under webhooks: with its url and secret`,
            },
          ],
    ),
  );
}

function unknownServices({ alerts, incident, postmortem }: WorkspaceConfig): Crossed[] {
  const ids = incident.services.map(({ id }) => id);
  const named = [
    ...(alerts?.rules ?? []).map(({ service }, i) => ({ service, path: ['alerts', 'rules', i, 'service'] })),
    ...(['rules', 'supplements'] as const).flatMap((list) =>
      postmortem[list].flatMap(({ services }, i) =>
        services.map((service, j) => ({ service, path: ['postmortem', list, i, 'services', j] })),
      ),
    ),
  ];
  return named.flatMap(({ service, path }) =>
    service === undefined || ids.includes(service)
      ? []
      : [{ path, message: `there is no service "${service}"; describe it under incident.services` }],
  );
}

function unknownRotasOfIncidents({ rotas, incident: { services, invite } }: WorkspaceConfig): Crossed[] {
  const ids = rotas.map((rota) => rota.id);
  const named = [
    ...services.map(({ rota }, i) => ({ rota, path: ['incident', 'services', i, 'rota'] })),
    ...invite.rotas.map((rota, i) => ({ rota, path: ['incident', 'invite', 'rotas', i] })),
  ];
  return named.flatMap(({ rota, path }) =>
    rota === null || ids.includes(rota)
      ? []
      : [{ path, message: `there is no rota "${rota}"; the rotas are: ${ids.join(', ')}` }],
  );
}

function listenedCanary({ routes, canary }: WorkspaceConfig): Crossed[] {
  return routes.some((route) => route.channel === canary?.channel)
    ? [{ path: ['canary', 'channel'], message: 'is the channel of a route; the canary needs one of its own' }]
    : [];
}
