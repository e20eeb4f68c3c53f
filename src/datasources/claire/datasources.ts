import { datasource, postgresDatasource } from 'dashpack';

/** Bound to PROM. */
export const prometheusServer = datasource('prometheus', {
  url: 'http://cdb_prometheus:9090',
  isDefault: true,
  scrapesItself: true,
});

/** Bound to SQL. In the network of the containers, without TLS, as the database is set up. */
export const postgresServer = postgresDatasource('postgres', {
  url: 'cdb_postgres:5432',
  database: 'claire_de_binare',
  user: 'claire_user',
  passwordFrom: 'CLAIRE_POSTGRES_PASSWORD',
  sslMode: 'disable',
});
