/** `npx drizzle-kit generate --config runtime/store/drizzle.config.ts --name <what-changed>` after a change of the tables. */
export default {
  dialect: 'sqlite',
  schema: './runtime/store/schema.sqlite.ts',
  out: './runtime/store/migrations/sqlite',
  casing: 'snake_case',
}
