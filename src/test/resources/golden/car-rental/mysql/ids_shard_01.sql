-- ids_shard_01.sql
-- Ids of shard 1 leave the rest 1 when divided by the number of slots, so that no two servers
-- make the same id.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:car-rental (car_rental). Root table: car_rental.clients.
--
-- All servers together have 100 slots, that number can never change. Rows that moved here keep
-- the ids of other slots, so never check ids by their rest.
-- Run it on the primary and on every replica of it. Sessions that are open keep the old settings:
-- restart the application's connection pools afterwards.

-- -----------------------------------------------------------------------------------------------
-- Nothing else may set increment and offset
-- -----------------------------------------------------------------------------------------------

SELECT CASE
    WHEN SUM(variable_name = 'wsrep_on' AND variable_value = 'ON') = 1
      AND SUM(variable_name = 'wsrep_auto_increment_control' AND variable_value = 'ON') = 1
      THEN 'CONFLICT: Galera sets increment and offset itself; set wsrep_auto_increment_control = OFF on every node first'
    WHEN SUM(variable_name = 'group_replication_group_name' AND variable_value <> '') = 1
      THEN 'WARNING: group replication and InnoDB Cluster set increment and offset when a server joins; set them after that, and check them again'
    ELSE 'ok' END AS verdict
FROM performance_schema.global_variables
WHERE variable_name IN ('wsrep_on', 'wsrep_auto_increment_control', 'group_replication_group_name');

-- -----------------------------------------------------------------------------------------------
-- The settings
-- -----------------------------------------------------------------------------------------------

SET PERSIST auto_increment_increment = 100;
SET PERSIST auto_increment_offset = 1;

-- -----------------------------------------------------------------------------------------------
-- What is set now
-- -----------------------------------------------------------------------------------------------

SELECT @@global.auto_increment_increment AS increment, @@global.auto_increment_offset AS slot,
  IF(@@global.auto_increment_increment = 100 AND @@global.auto_increment_offset = 1, 'ok', 'WRONG') AS verdict;
