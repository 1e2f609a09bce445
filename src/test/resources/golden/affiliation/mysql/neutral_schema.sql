-- neutral_schema.sql
-- What the neutral database holds: the tables that have nothing to do with clients. There is one
-- such database beside the shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:affiliation (affiliation). Root table: affiliation.clients.
--
-- INCOMPLETE: do not run this in production. What stands against it:
-- - DIRECT_CONNECTION in affiliation.clients: affiliation.clients points at itself by
--   referred_by_client_id, so one client may point at another (rows were not counted).
--
-- Tables: 0 neutral.
-- Load it into an empty database: mysql --comments DATABASE < neutral_schema.sql

-- -----------------------------------------------------------------------------------------------
-- Settings of the loading session
-- -----------------------------------------------------------------------------------------------

SET NAMES utf8mb4;
SET @shardwright_sql_mode = @@SESSION.sql_mode, @shardwright_time_zone = @@SESSION.time_zone;
SET SESSION sql_mode = 'NO_ENGINE_SUBSTITUTION';

-- -----------------------------------------------------------------------------------------------
-- Tables, parents before children
-- -----------------------------------------------------------------------------------------------

-- There are none.

SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone;
