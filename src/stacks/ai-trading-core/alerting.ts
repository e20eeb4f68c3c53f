import { alertmanager, telegram } from 'dashpack';

/** The events, for each alert of a message; what to do stands once, since they are all of one name. */
const message = [
  '{{ range .Alerts }}<b>{{ .Status | toUpper }}</b> {{ .Annotations.summary }}\n{{ end }}',
  '{{ with .Alerts.Firing }}\n{{ (index . 0).Annotations.description }}\n\n{{ (index . 0).Annotations.runbook_url }}{{ end }}',
].join('');

/** Who is told of the live feed's alerts: a Telegram chat, whose token and number are secret files. */
export const alerting = alertmanager({
  receivers: { telegram: telegram({ botToken: 'telegram_bot_token', chatId: 'telegram_chat_id', message }) },
  receiver: 'telegram',
  groupBy: ['alertname'],
  routes: [{ when: { severity: 'critical' }, groupWait: '10s', repeatInterval: '1h' }],
  // A venue without bars is not late as well; and without the connector, so is the whole feed.
  inhibit: [{ while: 'critical', mute: 'warning', equal: ['component', 'venue'] }],
});
