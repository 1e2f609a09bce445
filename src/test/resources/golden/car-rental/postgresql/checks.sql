-- checks.sql
-- What must be equal on all shards, and what must hold on each. It only reads, run it on every
-- shard and compare what it prints.
--
-- Written by Shardwright.
-- Source: PostgreSQL (any version), sample:car-rental (public). Root table: public.clients.
--
-- Run it with:
--   psql -X -q -A -F ' ' -v ON_ERROR_STOP=1 -d DATABASE -f checks.sql -o shard_N.txt
-- Checks 1, 2 and 10 must print the same on all shards, 4 and 9 must say ok, 6 and 7 must end
-- with 0 and name no row, 8 must print nothing.

-- -----------------------------------------------------------------------------------------------
-- Settings of the session
-- -----------------------------------------------------------------------------------------------

SET client_encoding = 'UTF8';
SET datestyle = 'ISO';
SET intervalstyle = 'postgres';
SET timezone = 'UTC';
SET bytea_output = 'hex';
SET extra_float_digits = 1;
SET row_security = off;
SET search_path = '';
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;

-- -----------------------------------------------------------------------------------------------
-- 1 and 2: context tables, and the shared rows of mixed tables, equal on all shards
-- -----------------------------------------------------------------------------------------------

SELECT '1 context' AS check_name, 'cars' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat_ws(E'\t', t.id, t.vin, t.brand, t.model), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
FROM public.cars t;
SELECT '1 context' AS check_name, 'countries' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat_ws(E'\t', t.id, t.name), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
FROM public.countries t;
SELECT '1 context' AS check_name, 'cities' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat_ws(E'\t', t.id, t.country_id, t.name), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
FROM public.cities t;

-- -----------------------------------------------------------------------------------------------
-- 3: every client is where dispatch says
-- -----------------------------------------------------------------------------------------------

SELECT '3 clients' AS check_name, COUNT(*) AS clients, COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat(t.id), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
FROM public.clients t;
-- On dispatch this prints the same two figures for every shard:
--   SELECT t.shard_no, COUNT(*) AS clients, COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat(t.client_id), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
--   FROM client_dispatch t
--   GROUP BY t.shard_no
--   ORDER BY t.shard_no;
SELECT '3 dispatch_clients_login' AS check_name, COUNT(t.login) AS row_count, COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat(t.login), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
FROM public.clients t
WHERE t.login IS NOT NULL;
-- The same on dispatch, summed over all shards:
--   SELECT COUNT(*), COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(concat(t.value), 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) FROM dispatch_clients_login t;

-- -----------------------------------------------------------------------------------------------
-- 4: the slot of this server, on every replica too, and different on every shard
-- -----------------------------------------------------------------------------------------------

SELECT '4 slot' AS check_name, schemaname, sequencename, increment_by, start_value % increment_by AS slot,
  CASE WHEN increment_by % 100 = 0 AND (COALESCE(last_value, start_value) - start_value) % increment_by = 0 THEN 'ok' ELSE 'WRONG' END AS verdict
FROM pg_catalog.pg_sequences
WHERE schemaname IN ('public')
  AND (schemaname, sequencename) NOT IN (('public', 'anti_fraud_systems_id_seq'))
ORDER BY schemaname, sequencename;

-- -----------------------------------------------------------------------------------------------
-- 5: the slots that ids came from, to look at: rows that moved here keep their own
-- -----------------------------------------------------------------------------------------------

SELECT '5 ids' AS check_name, 'clients' AS table_name, MOD(t.id, 100) AS slot, COUNT(*) AS row_count
FROM public.clients t
GROUP BY MOD(t.id, 100)
ORDER BY MOD(t.id, 100);
SELECT '5 ids' AS check_name, 'rentals' AS table_name, MOD(t.id, 100) AS slot, COUNT(*) AS row_count
FROM public.rentals t
GROUP BY MOD(t.id, 100)
ORDER BY MOD(t.id, 100);

-- -----------------------------------------------------------------------------------------------
-- 6: rows whose virtual relation leads nowhere
-- -----------------------------------------------------------------------------------------------

-- A constraint guards every relation.

-- -----------------------------------------------------------------------------------------------
-- 7: rows of two clients
-- -----------------------------------------------------------------------------------------------

-- The plan knows no relations through which a row could have two.

-- -----------------------------------------------------------------------------------------------
-- 8: who may write context tables, only the context manager and the owner
-- -----------------------------------------------------------------------------------------------

SELECT '8 grants' AS check_name, p.table_name, p.grantee, p.privilege_type
FROM (
  SELECT table_schema, table_name, grantee, privilege_type FROM information_schema.table_privileges
  UNION
  SELECT table_schema, table_name, grantee, privilege_type FROM information_schema.column_privileges
) p
WHERE p.grantee <> 'context_manager' AND p.grantee <> (SELECT o.tableowner FROM pg_catalog.pg_tables o WHERE o.schemaname = p.table_schema AND o.tablename = p.table_name)
  AND p.table_schema IN ('public') AND p.table_name IN ('cars', 'cities', 'countries')
  AND p.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
ORDER BY p.table_name, p.grantee, p.privilege_type;

-- -----------------------------------------------------------------------------------------------
-- 9: room left in the counters
-- -----------------------------------------------------------------------------------------------

SELECT '9 room' AS check_name, 'cars' AS table_name, MAX(t.id) AS largest,
  CASE WHEN COALESCE(MAX(t.id), 0) < 4611686018427387903 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM public.cars t;
SELECT '9 room' AS check_name, 'countries' AS table_name, MAX(t.id) AS largest,
  CASE WHEN COALESCE(MAX(t.id), 0) < 4611686018427387903 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM public.countries t;
SELECT '9 room' AS check_name, 'cities' AS table_name, MAX(t.id) AS largest,
  CASE WHEN COALESCE(MAX(t.id), 0) < 4611686018427387903 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM public.cities t;
SELECT '9 room' AS check_name, 'clients' AS table_name, MAX(t.id) AS largest,
  CASE WHEN COALESCE(MAX(t.id), 0) < 4611686018427387903 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM public.clients t;
SELECT '9 room' AS check_name, 'rentals' AS table_name, MAX(t.id) AS largest,
  CASE WHEN COALESCE(MAX(t.id), 0) < 4611686018427387903 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM public.rentals t;

-- -----------------------------------------------------------------------------------------------
-- 10: the structure as one sum for each kind, equal on all shards
-- -----------------------------------------------------------------------------------------------

SELECT '10 structure' AS check_name, x.kind, COUNT(*) AS how_many, COALESCE(SUM(CAST(CAST('x' || substr(encode(sha256(convert_to(x.text, 'UTF8')), 'hex'), 1, 15) AS bit(60)) AS bigint)), 0) AS checksum
FROM (
  SELECT 'columns' AS kind, concat_ws(E'\t', n.nspname, c.relname, c.relkind, a.attname, format_type(a.atttypid, a.atttypmod), (SELECT l.collname FROM pg_catalog.pg_collation l WHERE l.oid = a.attcollation), a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid)) AS text
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT 'constraints' AS kind, concat_ws(E'\t', n.nspname, c.relname, k.conname, k.convalidated, pg_get_constraintdef(k.oid)) AS text
  FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public')
  UNION ALL
  SELECT 'indexes' AS kind, concat_ws(E'\t', i.indisvalid, pg_get_indexdef(i.indexrelid)) AS text
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indrelid AND c.relkind <> 't'
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public')
  UNION ALL
  SELECT 'policies' AS kind, concat_ws(E'\t', n.nspname, c.relname, p.polname, p.polcmd, p.polpermissive, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) AS text
  FROM pg_catalog.pg_policy p
  JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public')
  UNION ALL
  SELECT 'routines' AS kind, pg_get_functiondef(f.oid) AS text
  FROM pg_catalog.pg_proc f
  JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace
  WHERE n.nspname IN ('public') AND f.prokind IN ('f', 'p')
  UNION ALL
  SELECT 'triggers' AS kind, concat_ws(E'\t', t.tgenabled, pg_get_triggerdef(t.oid)) AS text
  FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public') AND NOT t.tgisinternal
  UNION ALL
  SELECT 'views' AS kind, concat_ws(E'\t', n.nspname, c.relname, pg_get_viewdef(c.oid)) AS text
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public') AND c.relkind IN ('v', 'm')
) x
GROUP BY x.kind
ORDER BY x.kind;

COMMIT;
