import { alertmanager, telegram } from 'dashpack';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { build, smallPack, writeBuilt } from './small-stack.js';

const spec = alertmanager({
  receivers: { telegram: telegram({ botToken: 'telegram_bot_token', chatId: 'telegram_chat_id' }) },
  receiver: 'telegram',
  groupBy: ['alertname', 'venue'],
});

const which = (program: string): string =>
  spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();

/** Debian's dash always; busybox as well, whose shell the image has, where it is installed. */
const shells: readonly (readonly [command: string, ...args: readonly string[]])[] = [
  ['/bin/sh'],
  ...(which('busybox') === '' ? [] : [[which('busybox'), 'sh'] as const]),
];

const built = await build(smallPack({ alertmanager: spec }));

interface Rendered {
  readonly code: number | null;
  readonly said: string;
  readonly output: string;
}

/** Runs the generated script on the generated template, with these secret files, in a shell that finds only mv, rm and chown. */
function render(secrets: Readonly<Record<string, string>>, shell: (typeof shells)[number] = ['/bin/sh']): Rendered {
  const folder = writeBuilt({ team: built });
  for (const name of ['secrets', 'bin', 'amcfg']) mkdirSync(join(folder, name));
  for (const tool of ['mv', 'rm', 'chown']) {
    symlinkSync(which(tool), join(folder, 'bin', tool));
  }
  for (const [name, text] of Object.entries(secrets)) writeFileSync(join(folder, 'secrets', name), text);
  const output = join(folder, 'amcfg/alertmanager.yml');
  const [command, ...args] = shell;
  const { status, stdout, stderr } = spawnSync(command, [...args, join(folder, 'team/alertmanager/render.sh')], {
    encoding: 'utf8',
    env: { PATH: join(folder, 'bin'), SECRETS: join(folder, 'secrets'), OUTPUT: output },
  });
  return { code: status, said: stdout + stderr, output };
}

const chatId = '-1001234567890';

describe.each(shells.map((shell) => ({ name: shell.join(' '), shell })))('$name', ({ shell }) => {
  test.each([
    ['a token', '123456:AAE-abc_DEF'],
    ['quotes', `12:'a''b"c'`],
    ['what sed and shells read', String.raw`12:\1&/|$HOME$(id)\`id\`*?[a]`],
    ['what YAML reads', '12:#a:{b}[c],!d%e@f'],
    ['the other placeholder', '12:__TELEGRAM_CHAT_ID__'],
    ['its own placeholder', '12:__TELEGRAM_BOT_TOKEN__'],
  ])('%s in the token comes out as it went in, and amtool accepts the file', (_, token) => {
    const { code, said, output } = render({ telegram_bot_token: `${token}\n`, telegram_chat_id: chatId }, shell);
    expect({ code, said }).toEqual({ code: 0, said: `am_init: wrote ${output}\n` });
    const { receivers } = parse(readFileSync(output, 'utf8')) as { readonly receivers: readonly unknown[] };
    expect(receivers).toMatchObject([{ telegram_configs: [{ bot_token: token, chat_id: Number(chatId) }] }]);
    expect(statSync(output).mode & 0o777).toBe(0o600);
    const amtool = spawnSync('amtool', ['check-config', output], { encoding: 'utf8' });
    expect(amtool.error).toBeUndefined();
    expect(amtool.stdout).toContain('SUCCESS');
    expect(amtool.status).toBe(0);
  });

  test('a file as Windows writes it is read', () => {
    const { code, output } = render({ telegram_bot_token: '12:abc\r\n', telegram_chat_id: `${chatId}\r\n` }, shell);
    expect(code).toBe(0);
    expect(readFileSync(output, 'utf8')).toContain("bot_token: '12:abc'\n");
  });

  test.each([
    ['a missing file', { telegram_chat_id: chatId }, 'secrets/telegram_bot_token is missing'],
    ['an empty file', { telegram_bot_token: '', telegram_chat_id: chatId }, 'telegram_bot_token is empty'],
    ['an empty line', { telegram_bot_token: '\n', telegram_chat_id: chatId }, 'telegram_bot_token is empty'],
    ['two lines', { telegram_bot_token: '12:abc\n34:def\n', telegram_chat_id: chatId }, 'has more than one line'],
    ['a blank', { telegram_bot_token: '12:abc def', telegram_chat_id: chatId }, 'has a blank or a control character'],
    ['a name for the chat', { telegram_bot_token: '12:abc', telegram_chat_id: '@abc' }, 'does not hold a whole number'],
    ['a minus for the chat', { telegram_bot_token: '12:abc', telegram_chat_id: '-' }, 'does not hold a whole number'],
  ])('%s is an error that names the file and no secret', (_, secrets, message) => {
    const { code, said, output } = render(secrets, shell);
    expect(code).toBe(1);
    expect(said).toContain(message);
    expect(said).not.toMatch(/abc|def/);
    expect(existsSync(output)).toBe(false);
    expect(readdirSync(join(output, '..'))).toEqual([]);
  });
});

test('what was rendered before stays when a secret is missing', () => {
  const { output } = render({ telegram_bot_token: '12:abc', telegram_chat_id: chatId });
  const before = readFileSync(output, 'utf8');
  const again = spawnSync('/bin/sh', [join(output, '../../team/alertmanager/render.sh')], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', SECRETS: '/nowhere', OUTPUT: output },
  });
  expect(again.status).toBe(1);
  expect(readFileSync(output, 'utf8')).toBe(before);
});

test('no generated file has a secret, and the template alone is not a configuration', () => {
  const template = built.files.get('alertmanager/alertmanager.yml.template') ?? '';
  expect(template).toContain('bot_token: __TELEGRAM_BOT_TOKEN__\n');
  expect(template).toContain('chat_id: __TELEGRAM_CHAT_ID__\n');
  const folder = writeBuilt({ team: built });
  const { status } = spawnSync('amtool', ['check-config', join(folder, 'team/alertmanager/alertmanager.yml.template')]);
  expect(status).not.toBe(0);
});
