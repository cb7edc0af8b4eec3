/** the port of database servers on Node. Packages are loaded at the first use. */
import type {
  DatabasePort,
  MissingPackage,
  MysqlConnection,
  MysqlOptions,
  Pending,
  RedisConnection,
  RedisOptions,
} from '../../vm/db-ports.ts';
import type { Hub } from '../net/hub.ts';
import { connectMysql } from './mysql.ts';
import type { MysqlPackage } from './mysql-driver.ts';
import { loadPackage } from './packages.ts';
import { connectRedis, type RedisPackage } from './redis.ts';

export class NodeDatabases implements DatabasePort {
  readonly hub: Hub;

  constructor(hub: Hub) {
    this.hub = hub;
  }

  mysql(options: MysqlOptions): Pending<MysqlConnection> | MissingPackage {
    const loaded = loadPackage<MysqlPackage>('mysql2');
    return 'missing' in loaded ? loaded : connectMysql(this.hub, loaded, options);
  }

  redis(options: RedisOptions): Pending<RedisConnection> | MissingPackage {
    const loaded = loadPackage<RedisPackage>('ioredis');
    return 'missing' in loaded ? loaded : connectRedis(this.hub, loaded, options);
  }
}
