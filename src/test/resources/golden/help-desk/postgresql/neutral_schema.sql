-- neutral_schema.sql
-- What the neutral database holds: the tables that have nothing to do with clients. There is one
-- such database beside the shards.
--
-- Written by Shardwright.
-- Source: PostgreSQL (any version), sample:help-desk (public). Root table: public.clients.
--
-- Tables: 0 neutral.
-- Load it into an empty database: psql -X -v ON_ERROR_STOP=1 -d DATABASE -f neutral_schema.sql

-- -----------------------------------------------------------------------------------------------
-- Settings of the loading session
-- -----------------------------------------------------------------------------------------------

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = off;
SET client_min_messages = warning;

-- -----------------------------------------------------------------------------------------------
-- Tables, parents before children
-- -----------------------------------------------------------------------------------------------

-- There are none.

RESET client_min_messages;
RESET check_function_bodies;
