import { expect, test } from 'vitest';
import { createProject } from './project.js';

const web = 'generated/team/grafana/dashboards/http/web.json';

test('exits with 0 and says so, where nothing differs', async () => {
  const project = createProject();
  await project.run(['build']);
  const { code, stdout, stderr } = await project.run(['check']);
  expect({ code, stdout: stdout.replace(/\d+\.\d\d/, '…'), stderr }).toEqual({
    code: 0,
    stderr: '',
    stdout: 'generated is what build writes: 2 dashboards compared (… s)\n',
  });
  expect(await project.run(['check', '--quiet'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

test('names the panel of a file that was edited by hand, and changes nothing', async () => {
  const project = createProject();
  await project.run(['build']);
  project.edit(web, '"In flight"', '"Edited"');
  const before = project.snapshot();
  const id = /"id": (\d+),(?:(?!"id":)[^])*"Edited"/.exec(project.read(web))?.[1];
  const { code, stdout, stderr } = await project.run(['check']);
  expect({ code, stdout: stdout.replace(/\d+\.\d\d/, '…'), stderr }).toEqual({
    code: 1,
    stderr: '',
    stdout: `${web} (dashboard "Web") differs from what build would write
  panel "In flight" (id ${id}): title: "Edited" → "In flight"
1 file differs: dashpack build writes what is generated (… s)
`,
  });
  expect(project.snapshot()).toEqual(before);
});

test('lists what is missing, superfluous and not from dashpack', async () => {
  const project = createProject();
  await project.run(['build']);
  project.write({ [web]: undefined, 'generated/team/grafana/mine.json': '{}' });
  project.edit('pack.ts', ", () => import('./dashboards/health.js')", '');
  const { code, stdout } = await project.run(['check']);
  expect({ code, stdout: stdout.replace(/\d+\.\d\d/, '…') }).toEqual({
    code: 1,
    stdout: `generated/team/README.md differs from what build would write
  line 7: …                  | 2        |" → …                  | 1        |"
${web} (dashboard "Web") is missing: build would write it
generated/team/grafana/dashboards/overview/health.json is not generated any more: build would delete it
generated/team/manifest.json differs from what build would write
  not generated any more (1): grafana/dashboards/overview/health.json
stranger generated/team/grafana/mine.json (dashpack did not write it)
4 files differ: dashpack build writes what is generated (… s)
`,
  });
});

test('is findings for programs', async () => {
  const project = createProject();
  await project.run(['build']);
  project.edit(web, '"title": "Web"', '"title": "Wob"');
  const finding = `${web} differs from what build would write\ntitle: "Wob" → "Web"`;
  expect(await project.run(['check', '--format', 'github'])).toEqual({
    code: 1,
    signal: null,
    stderr: '',
    stdout: `::error file=${web},line=1,col=1,title=check/changed::${finding.replace('\n', '%0A')}%0Ain: dashboard "Web"%0Afix: run dashpack build, and commit what it writes\n`,
  });
  expect(JSON.parse((await project.run(['check', '--format', 'json'])).stdout)).toMatchObject({
    exitCode: 1,
    compared: true,
    differences: [
      {
        pack: 'team',
        path: 'grafana/dashboards/http/web.json',
        kind: 'changed',
        subject: 'dashboard "Web"',
        details: ['title: "Wob" → "Web"'],
      },
    ],
  });
});
