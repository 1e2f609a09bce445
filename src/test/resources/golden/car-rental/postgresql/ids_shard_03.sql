-- ids_shard_03.sql
-- Ids of shard 3 leave the rest 3 when divided by the number of slots, so that no two servers
-- make the same id.
--
-- Written by Shardwright.
-- Source: PostgreSQL (any version), sample:car-rental (public). Root table: public.clients.
--
-- All servers together have 100 slots, that number can never change. Rows that moved here keep
-- the ids of other slots, so never check ids by their rest.
-- Run it on the primary, physical replicas follow. A table that is made later needs the same for
-- its sequence: the check at the end finds those without.

-- -----------------------------------------------------------------------------------------------
-- Every sequence steps by the number of slots, from its next value of this slot
-- -----------------------------------------------------------------------------------------------

DO $slots$
DECLARE
  q record;
  next numeric;
  step numeric;
  start numeric;
BEGIN
  -- block: how many ids the application takes at each call
  FOR q IN SELECT * FROM (VALUES
    ('public.cars_id_seq', 1, ''),
    ('public.countries_id_seq', 1, ''),
    ('public.cities_id_seq', 1, ''),
    ('public.clients_id_seq', 1, ''),
    ('public.rentals_id_seq', 1, '')
  ) AS s (name, block, type) LOOP
    EXECUTE 'SELECT last_value + CASE WHEN is_called THEN ' || q.block || ' ELSE 0 END FROM ' || q.name INTO next;
    step := 100 * q.block;
    start := 3 * q.block;
    EXECUTE format('ALTER SEQUENCE %s%s INCREMENT BY %s MINVALUE 1 START WITH %s RESTART WITH %s',
      q.name, q.type, step, start, next + mod(mod(start - next, step) + step, step));
  END LOOP;
END
$slots$;

-- -----------------------------------------------------------------------------------------------
-- Sequences outside the slot, there should be none
-- -----------------------------------------------------------------------------------------------

SELECT schemaname, sequencename, increment_by, start_value, last_value
FROM pg_catalog.pg_sequences
WHERE schemaname IN ('public')
  AND (increment_by % 100 <> 0
    OR (COALESCE(last_value, start_value) - start_value) % increment_by <> 0
    OR start_value % increment_by <> (3 * (increment_by / 100)) % increment_by)
ORDER BY schemaname, sequencename;
