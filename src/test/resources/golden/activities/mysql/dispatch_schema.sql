-- dispatch_schema.sql
-- What the dispatch database holds: the shards, the shard of every client, and the values by
-- which a client is found. It also guards uniqueness over all shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:activities (activities). Root table: activities.clients.
--
-- Operation:
-- - Every request asks here first. Keep the database so small that it stays in memory, allow many
--   connections, cache what you read, replicate it.
-- - It can be built again from the shards: each shard knows its own clients.
-- - A new client: insert it here first, with the values that must be unique, then on its shard.
-- - state = locked is the semaphore of a move: the application asks the client to wait and
--   touches none of his rows.
-- - A move: active → locked → moving → copy and verify → shard_no = the new shard,
--   previous_shard_no = the old one, state = moved → delete the old rows → active.

-- -----------------------------------------------------------------------------------------------
-- Settings of the loading session
-- -----------------------------------------------------------------------------------------------

SET NAMES utf8mb4;

-- -----------------------------------------------------------------------------------------------
-- The shards
-- -----------------------------------------------------------------------------------------------

-- One row per server that holds clients, the monolith as fake shard included.
-- id_slot: all ids made on this shard leave this rest when divided by the number of slots, so
-- that no two shards make the same id.
-- weight: how many of the new clients it gets, compared with the others, 0 for none.
CREATE TABLE shards (
  shard_no smallint unsigned NOT NULL,
  name varchar(64) NOT NULL,
  host varchar(255) NOT NULL,
  port integer NOT NULL,
  db varchar(64) NOT NULL,
  datacenter varchar(64),
  state varchar(16) DEFAULT 'new' NOT NULL,
  weight integer DEFAULT 1 NOT NULL,
  id_slot smallint unsigned NOT NULL,
  CONSTRAINT shards_pkey PRIMARY KEY (shard_no),
  CONSTRAINT shards_name_unique UNIQUE (name),
  CONSTRAINT shards_id_slot_unique UNIQUE (id_slot),
  CONSTRAINT shards_state_check CHECK (state IN ('new', 'open', 'full', 'draining', 'fake', 'closed'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The real shards, to be filled in and run before the first client: their addresses are not in
-- the plan.
--   INSERT INTO shards (shard_no, name, host, port, db, id_slot) VALUES (1, 'shard 1', 'HOST', 3306, 'DATABASE', 1);
--   INSERT INTO shards (shard_no, name, host, port, db, id_slot) VALUES (2, 'shard 2', 'HOST', 3306, 'DATABASE', 2);
--   INSERT INTO shards (shard_no, name, host, port, db, id_slot) VALUES (3, 'shard 3', 'HOST', 3306, 'DATABASE', 3);
--   INSERT INTO shards (shard_no, name, host, port, db, id_slot) VALUES (4, 'shard 4', 'HOST', 3306, 'DATABASE', 4);

-- -----------------------------------------------------------------------------------------------
-- Layout directory: a row per client, who can live anywhere and move
-- -----------------------------------------------------------------------------------------------

-- The shard of every client.
CREATE TABLE client_dispatch (
  client_id bigint unsigned NOT NULL,
  shard_no smallint unsigned NOT NULL,
  state varchar(16) DEFAULT 'active' NOT NULL,
  moved_at datetime,
  previous_shard_no smallint unsigned,
  CONSTRAINT client_dispatch_pkey PRIMARY KEY (client_id),
  CONSTRAINT client_dispatch_state_check CHECK (state IN ('active', 'locked', 'moving', 'moved')),
  CONSTRAINT client_dispatch_shard_no_fkey FOREIGN KEY (shard_no) REFERENCES shards (shard_no),
  CONSTRAINT client_dispatch_previous_shard_no_fkey FOREIGN KEY (previous_shard_no) REFERENCES shards (shard_no),
  KEY client_dispatch_shard_no_idx (shard_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- -----------------------------------------------------------------------------------------------
-- What else finds a client, unique over all shards
-- -----------------------------------------------------------------------------------------------

-- activities.clients (login): unique in the source.
CREATE TABLE dispatch_clients_login (
  value varchar(60) NOT NULL,
  client_id bigint unsigned NOT NULL,
  CONSTRAINT dispatch_clients_login_pkey PRIMARY KEY (value),
  CONSTRAINT dispatch_clients_login_fkey FOREIGN KEY (client_id) REFERENCES client_dispatch (client_id) ON DELETE CASCADE,
  KEY dispatch_clients_login_client_idx (client_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
