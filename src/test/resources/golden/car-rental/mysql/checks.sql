-- checks.sql
-- What must be equal on all shards, and what must hold on each. It only reads, run it on every
-- shard and compare what it prints.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:car-rental (car_rental). Root table: car_rental.clients.
--
-- Run it with:
--   mysql --batch DATABASE < checks.sql > shard_N.txt
-- Checks 1, 2 and 10 must print the same on all shards, 4 and 9 must say ok, 6 and 7 must end
-- with 0 and name no row, 8 must print nothing.

-- -----------------------------------------------------------------------------------------------
-- Settings of the session
-- -----------------------------------------------------------------------------------------------

SET NAMES utf8mb4;
SET time_zone = '+00:00';
SET sql_mode = '';
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
START TRANSACTION READ ONLY;

-- -----------------------------------------------------------------------------------------------
-- 1 and 2: context tables, and the shared rows of mixed tables, equal on all shards
-- -----------------------------------------------------------------------------------------------

SELECT '1 context' AS check_name, 'cars' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONCAT_WS('\t', COALESCE(CONVERT(t.`id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`vin` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`brand` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`model` USING utf8mb4), '\\N')), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
FROM `cars` t;
SELECT '1 context' AS check_name, 'countries' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONCAT_WS('\t', COALESCE(CONVERT(t.`id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`name` USING utf8mb4), '\\N')), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
FROM `countries` t;
SELECT '1 context' AS check_name, 'cities' AS table_name, COUNT(*) AS row_count,
  COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONCAT_WS('\t', COALESCE(CONVERT(t.`id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`country_id` USING utf8mb4), '\\N'), COALESCE(CONVERT(t.`name` USING utf8mb4), '\\N')), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
FROM `cities` t;

-- -----------------------------------------------------------------------------------------------
-- 3: every client is where dispatch says
-- -----------------------------------------------------------------------------------------------

SELECT '3 clients' AS check_name, COUNT(*) AS clients, COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONVERT(t.`id` USING utf8mb4), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
FROM `clients` t;
-- On dispatch this prints the same two figures for every shard:
--   SELECT t.shard_no, COUNT(*) AS clients, COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONVERT(t.client_id USING utf8mb4), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
--   FROM client_dispatch t
--   GROUP BY t.shard_no
--   ORDER BY t.shard_no;
SELECT '3 dispatch_clients_login' AS check_name, COUNT(t.`login`) AS row_count, COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONVERT(t.`login` USING utf8mb4), 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
FROM `clients` t
WHERE t.`login` IS NOT NULL;
-- The same on dispatch, summed over all shards:
--   SELECT COUNT(*), COALESCE(SUM(CAST(CONV(LEFT(SHA2(CONVERT(t.value USING utf8mb4), 256), 15), 16, 10) AS UNSIGNED)), 0) FROM dispatch_clients_login t;

-- -----------------------------------------------------------------------------------------------
-- 4: the slot of this server, on every replica too, and different on every shard
-- -----------------------------------------------------------------------------------------------

SELECT '4 slot' AS check_name, @@global.auto_increment_increment AS increment, @@global.auto_increment_offset AS slot,
  IF(@@global.auto_increment_increment = 100 AND @@global.auto_increment_offset <= 100, 'ok', 'WRONG') AS verdict;

-- -----------------------------------------------------------------------------------------------
-- 5: the slots that ids came from, to look at: rows that moved here keep their own
-- -----------------------------------------------------------------------------------------------

SELECT '5 ids' AS check_name, 'clients' AS table_name, MOD(t.`id`, 100) AS slot, COUNT(*) AS row_count
FROM `clients` t
GROUP BY MOD(t.`id`, 100)
ORDER BY MOD(t.`id`, 100);
SELECT '5 ids' AS check_name, 'rentals' AS table_name, MOD(t.`id`, 100) AS slot, COUNT(*) AS row_count
FROM `rentals` t
GROUP BY MOD(t.`id`, 100)
ORDER BY MOD(t.`id`, 100);

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
WHERE p.grantee NOT LIKE '\'context_manager\'@%'
  AND p.table_schema = DATABASE() AND p.table_name IN ('cars', 'cities', 'countries')
  AND p.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
ORDER BY p.table_name, p.grantee, p.privilege_type;
SELECT '8 grants' AS check_name, '(all tables)' AS table_name, grantee, privilege_type
FROM information_schema.schema_privileges
WHERE table_schema = DATABASE() AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE')
ORDER BY grantee, privilege_type;

-- -----------------------------------------------------------------------------------------------
-- 9: room left in the counters
-- -----------------------------------------------------------------------------------------------

SELECT '9 room' AS check_name, 'cars' AS table_name, MAX(t.`id`) AS largest,
  CASE WHEN COALESCE(MAX(t.`id`), 0) < 9223372036854775807 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM `cars` t;
SELECT '9 room' AS check_name, 'countries' AS table_name, MAX(t.`id`) AS largest,
  CASE WHEN COALESCE(MAX(t.`id`), 0) < 9223372036854775807 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM `countries` t;
SELECT '9 room' AS check_name, 'cities' AS table_name, MAX(t.`id`) AS largest,
  CASE WHEN COALESCE(MAX(t.`id`), 0) < 9223372036854775807 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM `cities` t;
SELECT '9 room' AS check_name, 'clients' AS table_name, MAX(t.`id`) AS largest,
  CASE WHEN COALESCE(MAX(t.`id`), 0) < 9223372036854775807 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM `clients` t;
SELECT '9 room' AS check_name, 'rentals' AS table_name, MAX(t.`id`) AS largest,
  CASE WHEN COALESCE(MAX(t.`id`), 0) < 9223372036854775807 THEN 'ok' ELSE 'MORE THAN HALF IS USED' END AS verdict
FROM `rentals` t;

-- -----------------------------------------------------------------------------------------------
-- 10: the structure as one sum for each kind, equal on all shards
-- -----------------------------------------------------------------------------------------------

SELECT '10 structure' AS check_name, x.kind, COUNT(*) AS how_many, COALESCE(SUM(CAST(CONV(LEFT(SHA2(x.text, 256), 15), 16, 10) AS UNSIGNED)), 0) AS checksum
FROM (
  SELECT 'columns' AS kind, CONVERT(CONCAT_WS('\t', c.table_name, c.column_name, c.column_type, c.collation_name, c.is_nullable, COALESCE(c.column_default, '\\N'), c.extra, c.generation_expression) USING utf8mb4) AS text
  FROM information_schema.columns c
  WHERE c.table_schema = DATABASE()
  UNION ALL
  SELECT 'foreign keys' AS kind, CONVERT(CONCAT_WS('\t', k.table_name, k.constraint_name, k.ordinal_position, k.column_name, k.referenced_table_name, k.referenced_column_name, r.update_rule, r.delete_rule) USING utf8mb4) AS text
  FROM information_schema.key_column_usage k
  JOIN information_schema.referential_constraints r ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
  WHERE k.table_schema = DATABASE()
  UNION ALL
  SELECT 'checks' AS kind, CONVERT(CONCAT_WS('\t', k.constraint_name, k.check_clause) USING utf8mb4) AS text
  FROM information_schema.check_constraints k
  WHERE k.constraint_schema = DATABASE()
  UNION ALL
  SELECT 'indexes' AS kind, CONVERT(CONCAT_WS('\t', s.table_name, s.index_name, s.non_unique, s.seq_in_index, COALESCE(s.column_name, s.expression), s.sub_part, s.collation, s.index_type) USING utf8mb4) AS text
  FROM information_schema.statistics s
  WHERE s.table_schema = DATABASE()
  UNION ALL
  SELECT 'routines' AS kind, CONVERT(CONCAT_WS('\t', r.routine_type, r.routine_name, r.dtd_identifier, r.security_type, r.sql_mode, r.routine_definition) USING utf8mb4) AS text
  FROM information_schema.routines r
  WHERE r.routine_schema = DATABASE()
  UNION ALL
  SELECT 'triggers' AS kind, CONVERT(CONCAT_WS('\t', t.trigger_name, t.event_object_table, t.action_timing, t.event_manipulation, t.action_order, t.sql_mode, t.action_statement) USING utf8mb4) AS text
  FROM information_schema.triggers t
  WHERE t.trigger_schema = DATABASE()
  UNION ALL
  SELECT 'views' AS kind, CONVERT(CONCAT_WS('\t', v.table_name, v.security_type, REPLACE(v.view_definition, CONCAT('`', v.table_schema, '`.'), '')) USING utf8mb4) AS text
  FROM information_schema.views v
  WHERE v.table_schema = DATABASE()
) x
GROUP BY x.kind
ORDER BY x.kind;

COMMIT;
