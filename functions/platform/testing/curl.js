// Stands in for curl on machines without one, as far as the worked example uses it. Plain JavaScript: a shell starts it.
const args = process.argv.slice(2);
const call = { method: undefined, headers: {}, body: undefined, query: [], url: '', asQuery: false };
while (args.length > 0) {
  const arg = args.shift();
  if (arg === '-s') continue;
  if (arg === '-G') call.asQuery = true;
  else if (arg === '-X') call.method = args.shift();
  else if (arg === '-d') call.body = args.shift();
  else if (arg === '--data-urlencode') {
    const [name, ...value] = args.shift().split('=');
    call.query.push(`${name}=${encodeURIComponent(value.join('='))}`);
  } else if (arg === '-H') {
    const [name, ...value] = args.shift().split(':');
    call.headers[name] = value.join(':').trim();
  } else if (/^https?:/.test(arg)) call.url = arg;
  else throw new Error(`This stand-in does not know ${arg}.`);
}
if (call.asQuery) call.url += (call.url.includes('?') ? '&' : '?') + call.query.join('&');
const { method, headers, body } = call;
const response = await fetch(call.url, { ...(method ? { method } : {}), headers, ...(body ? { body } : {}) });
process.stdout.write(await response.text());
