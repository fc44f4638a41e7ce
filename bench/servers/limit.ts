import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { publish, SECRET } from './publish.ts';

/** The least that any acceptance must do: read, HMAC, JSON.parse, publish, answer. Nothing else is checked. */
createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', async () => {
    const body = Buffer.concat(chunks);
    const base = `v0:${req.headers['x-slack-request-timestamp']}:`;
    const expected = Buffer.from(
      `v0=${createHmac('sha256', SECRET).update(base).update(body).digest('hex')}`,
    );
    const given = Buffer.from(String(req.headers['x-slack-signature']));
    const valid = expected.length === given.length && timingSafeEqual(expected, given);
    await publish(JSON.parse(body.toString()));
    res.writeHead(valid ? 200 : 401, { 'content-length': 0 });
    res.end();
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
