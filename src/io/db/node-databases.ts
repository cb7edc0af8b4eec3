/** The databases port on Node. Packages are loaded at the first use. */
import type { DatabasePort, MissingPackage, SqlitePort } from '../../vm/db-ports.ts';
import type { Hub } from '../net/hub.ts';
import { createSqlitePort } from './sqlite.ts';
import { loadSqliteModule } from './sqlite-module.ts';

export class NodeDatabases implements DatabasePort {
  readonly hub: Hub;
  private opened: SqlitePort | MissingPackage | null = null;

  constructor(hub: Hub) {
    this.hub = hub;
  }

  sqlite(): SqlitePort | MissingPackage {
    if (this.opened === null) {
      const sqlite = loadSqliteModule();
      this.opened = 'missing' in sqlite ? sqlite : createSqlitePort(sqlite);
    }
    return this.opened;
  }
}
