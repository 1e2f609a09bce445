-- client_rows.sql
-- The rows of one client, table by table, to try a client before anything moves him. Nothing is
-- written: the deletes at the end are comments.
--
-- Written by Shardwright.
-- Source: PostgreSQL (any version), sample:car-rental (public). Root table: public.clients.
--
-- Name the client here and run the file on the database that holds him:
--   psql -X -v ON_ERROR_STOP=1 -d DATABASE -f client_rows.sql

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
-- How many rows are his, and their checksum: after a copy equal on both servers
-- -----------------------------------------------------------------------------------------------

SELECT 'public.clients' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat_ws(E'\t', t.id, t.city_id, t.login, t.password), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
FROM public.clients t
WHERE t.id = CAST(current_setting('shardwright.client') AS bigint);
SELECT 'public.rentals' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat_ws(E'\t', t.id, t.client_id, t.start_city_id, t.start_date, t.end_city_id, CASE WHEN t.end_date IS NULL THEN '\N' ELSE concat(t.end_date) END, t.car_id, CASE WHEN t.cost IS NULL THEN '\N' ELSE concat(t.cost) END), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
FROM public.rentals t
WHERE t.client_id = CAST(current_setting('shardwright.client') AS bigint);
SELECT 'public.tracks' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat_ws(E'\t', t.rental_id, t.latitude, t.longitude, t.recorded_at), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
FROM public.tracks t
WHERE t.rental_id IN (SELECT p1.id FROM public.rentals p1 WHERE p1.client_id = CAST(current_setting('shardwright.client') AS bigint));

-- -----------------------------------------------------------------------------------------------
-- His rows
-- -----------------------------------------------------------------------------------------------

-- public.clients: the client himself.
SELECT t.*
FROM public.clients t
WHERE t.id = CAST(current_setting('shardwright.client') AS bigint)
ORDER BY t.id;

-- public.rentals: every row has one client, over rentals_client_fk.
SELECT t.*
FROM public.rentals t
WHERE t.client_id = CAST(current_setting('shardwright.client') AS bigint)
ORDER BY t.id;

-- public.tracks: every row has one client, over tracks_rental_fk.
SELECT t.*
FROM public.tracks t
WHERE t.rental_id IN (SELECT p1.id FROM public.rentals p1 WHERE p1.client_id = CAST(current_setting('shardwright.client') AS bigint));

-- -----------------------------------------------------------------------------------------------
-- Ties between him and others: he can only move if each of these is 0
-- -----------------------------------------------------------------------------------------------

SELECT 'public.rentals.rentals_client_fk' AS relation,
  (SELECT COUNT(*) FROM public.rentals t JOIN public.clients u ON u.id = t.client_id
    WHERE t.client_id = CAST(current_setting('shardwright.client') AS bigint) AND NOT COALESCE(u.id = CAST(current_setting('shardwright.client') AS bigint), FALSE))
  + (SELECT COUNT(*) FROM public.rentals t JOIN public.clients u ON u.id = t.client_id
    WHERE u.id = CAST(current_setting('shardwright.client') AS bigint) AND NOT COALESCE(t.client_id = CAST(current_setting('shardwright.client') AS bigint), FALSE)) AS ties;
SELECT 'public.tracks.tracks_rental_fk' AS relation,
  (SELECT COUNT(*) FROM public.tracks t JOIN public.rentals u ON u.id = t.rental_id
    WHERE t.rental_id IN (SELECT p1.id FROM public.rentals p1 WHERE p1.client_id = CAST(current_setting('shardwright.client') AS bigint)) AND NOT COALESCE(u.client_id = CAST(current_setting('shardwright.client') AS bigint), FALSE))
  + (SELECT COUNT(*) FROM public.tracks t JOIN public.rentals u ON u.id = t.rental_id
    WHERE u.client_id = CAST(current_setting('shardwright.client') AS bigint) AND NOT COALESCE(t.rental_id IN (SELECT p1.id FROM public.rentals p1 WHERE p1.client_id = CAST(current_setting('shardwright.client') AS bigint)), FALSE)) AS ties;

COMMIT;

-- -----------------------------------------------------------------------------------------------
-- Deleting his rows: comments, so that nothing happens by mistake
-- -----------------------------------------------------------------------------------------------
-- Only after dispatch leads to his new shard, his rows there were counted and compared, and no
-- tie above is left. In the same session run first what stands under "The client": the character
-- set and the line that names him.

--   BEGIN;
--   DELETE FROM public.tracks t
--   WHERE t.rental_id IN (SELECT p1.id FROM public.rentals p1 WHERE p1.client_id = CAST(current_setting('shardwright.client') AS bigint));
--   DELETE FROM public.rentals t
--   WHERE t.client_id = CAST(current_setting('shardwright.client') AS bigint);
--   DELETE FROM public.clients t
--   WHERE t.id = CAST(current_setting('shardwright.client') AS bigint);
--   COMMIT;

-- -----------------------------------------------------------------------------------------------
-- The same in portions, for a client with very many rows
-- -----------------------------------------------------------------------------------------------
-- Every statement is a transaction of its own. Repeat each DELETE until it deletes no row, then
-- go on with the next. After an interruption begin again at the first: what is left is still
-- found, because parents go last.

--   DELETE FROM public.tracks t
--   WHERE (t.tableoid, t.ctid) IN (
--     SELECT t.tableoid, t.ctid
--     FROM public.tracks t
--     WHERE t.rental_id IN (SELECT p1.id FROM public.rentals p1 WHERE p1.client_id = CAST(current_setting('shardwright.client') AS bigint))
--     LIMIT 10000
--   );
--   DELETE FROM public.rentals t
--   USING (
--     SELECT t.id
--     FROM public.rentals t
--     WHERE t.client_id = CAST(current_setting('shardwright.client') AS bigint)
--     LIMIT 10000
--   ) k
--   WHERE t.id = k.id;
--   DELETE FROM public.clients t
--   USING (
--     SELECT t.id
--     FROM public.clients t
--     WHERE t.id = CAST(current_setting('shardwright.client') AS bigint)
--     LIMIT 10000
--   ) k
--   WHERE t.id = k.id;
