-- neutral_schema.sql
-- What the neutral database holds: the tables that have nothing to do with clients. There is one
-- such database beside the shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:help-desk (help_desk). Root table: help_desk.clients.
--
-- INCOMPLETE: do not run this in production. What stands against it:
-- - FK_TO_NON_UNIQUE in help_desk.tickets: help_desk.tickets points at address of
--   help_desk.mailboxes, which no key makes unique, so one row may have several parents.
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
