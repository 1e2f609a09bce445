-- neutral_schema.sql
-- What the neutral database holds: the tables that have nothing to do with clients. There is one
-- such database beside the shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:car-maintenance (car_maintenance). Root table: car_maintenance.clients.
--
-- INCOMPLETE: do not run this in production. What stands against it:
-- - OPAQUE_UNIQUENESS in car_maintenance.parts: car_maintenance.parts is owned by any of several nullable keys:
--   no key tells its rows apart, so a single path loses rows and two count some twice.
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
