-- client_copy.sql
-- Prints one client's rows as INSERT statements for his new shard. It only reads.
--
-- Written by Shardwright.
-- Source: PostgreSQL (any version), sample:car-rental (public). Root table: public.clients.
--
-- How a client moves to a shard that has its schema and its context rows:
-- - In dispatch set his state to locked, so that the application lets him rest.
--   UPDATE client_dispatch SET state = 'locked' WHERE client_id = CLIENT;
-- - Name him in client_rows.sql and run it where he is: no ties, and note the figures.
-- - Name him below and run this file there:
--   psql -X -q -A -t -v ON_ERROR_STOP=1 -d DATABASE -f client_copy.sql -o client.sql
-- - Load client.sql on the shard: it comes as a whole or not at all, all keys checked:
--   psql -X -q -v ON_ERROR_STOP=1 -d DATABASE -f client.sql
-- - Run client_rows.sql on the shard: the figures must be the same.
-- - Let dispatch lead to the shard.
--   UPDATE client_dispatch SET previous_shard_no = shard_no, moved_at = CURRENT_TIMESTAMP, state = 'moved', shard_no = SHARD WHERE client_id = CLIENT;
-- - Delete his rows where he was, as client_rows.sql says.
-- - In dispatch let him be active again.
--   UPDATE client_dispatch SET state = 'active' WHERE client_id = CLIENT;

-- -----------------------------------------------------------------------------------------------
-- The client
-- -----------------------------------------------------------------------------------------------

SET client_encoding = 'UTF8';
SET shardwright.client = '1';
SET datestyle = 'ISO';
SET intervalstyle = 'postgres';
SET timezone = 'UTC';
SET bytea_output = 'hex';
SET extra_float_digits = 1;
SET row_security = off;
SET search_path = '';
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;

-- -----------------------------------------------------------------------------------------------
-- What the new shard is told first
-- -----------------------------------------------------------------------------------------------

SELECT 'SET client_encoding = ''UTF8'';';
SELECT 'SET standard_conforming_strings = on;';
SELECT 'SET datestyle = ''ISO'';';
SELECT 'SET intervalstyle = ''postgres'';';
SELECT 'SET timezone = ''UTC'';';
SELECT 'SET bytea_output = ''hex'';';
SELECT 'SET xmloption = content;';
SELECT 'SET row_security = off;';
SELECT 'SET search_path = '''';';
SELECT 'BEGIN;';

-- -----------------------------------------------------------------------------------------------
-- public.clients
-- -----------------------------------------------------------------------------------------------

SELECT 'INSERT INTO public.clients (id, city_id, login, password) VALUES ('
  || quote_nullable(t.id)
  || ', ' || quote_nullable(t.city_id)
  || ', ' || quote_nullable(t.login)
  || ', ' || quote_nullable(t.password)
  || ');'
FROM public.clients t
WHERE t.id = CAST(current_setting('shardwright.client') AS bigint)
ORDER BY t.id;

-- -----------------------------------------------------------------------------------------------
-- public.rentals
-- -----------------------------------------------------------------------------------------------

SELECT 'INSERT INTO public.rentals (id, client_id, start_city_id, start_date, end_city_id, end_date, car_id, cost) VALUES ('
  || quote_nullable(t.id)
  || ', ' || quote_nullable(t.client_id)
  || ', ' || quote_nullable(t.start_city_id)
  || ', ' || quote_nullable(t.start_date)
  || ', ' || quote_nullable(t.end_city_id)
  || ', ' || quote_nullable(t.end_date)
  || ', ' || quote_nullable(t.car_id)
  || ', ' || quote_nullable(t.cost)
  || ');'
FROM public.rentals t
WHERE t.client_id = CAST(current_setting('shardwright.client') AS bigint)
ORDER BY t.id;

-- -----------------------------------------------------------------------------------------------
-- public.tracks
-- -----------------------------------------------------------------------------------------------

SELECT 'INSERT INTO public.tracks (rental_id, latitude, longitude, recorded_at) VALUES ('
  || quote_nullable(t.rental_id)
  || ', ' || quote_nullable(t.latitude)
  || ', ' || quote_nullable(t.longitude)
  || ', ' || quote_nullable(t.recorded_at)
  || ');'
FROM public.tracks t
WHERE t.rental_id IN (SELECT p1.id FROM public.rentals p1 WHERE p1.client_id = CAST(current_setting('shardwright.client') AS bigint));

-- -----------------------------------------------------------------------------------------------
-- The end
-- -----------------------------------------------------------------------------------------------

SELECT 'COMMIT;';

COMMIT;
