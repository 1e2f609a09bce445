-- shard_schema.sql
-- What every shard holds: the client tables, whose rows move with their client, and the context
-- tables, which are equal on all shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:car-maintenance (car_maintenance). Root table: car_maintenance.clients.
--
-- INCOMPLETE: do not run this in production. What stands against it:
-- - OPAQUE_UNIQUENESS in car_maintenance.parts: car_maintenance.parts is owned by any of several nullable keys:
--   no key tells its rows apart, so a single path loses rows and two count some twice.
--
-- Tables: 4 client, 0 context.
-- Load it into an empty database: mysql --comments DATABASE < shard_schema.sql
--
-- Whole-number primary and foreign keys are wider than in the source, so that the ids of all
-- shards together have room.
-- From now on the structure and the context data of the source must not change: freeze both
-- before you load this file.

-- -----------------------------------------------------------------------------------------------
-- Settings of the loading session
-- -----------------------------------------------------------------------------------------------

SET NAMES utf8mb4;
SET @shardwright_sql_mode = @@SESSION.sql_mode, @shardwright_time_zone = @@SESSION.time_zone;
SET SESSION sql_mode = 'NO_ENGINE_SUBSTITUTION';

-- -----------------------------------------------------------------------------------------------
-- The database
-- -----------------------------------------------------------------------------------------------

-- Text of routines and of tables to come, unless they say otherwise, is as here.
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

-- -----------------------------------------------------------------------------------------------
-- Tables, parents before children
-- -----------------------------------------------------------------------------------------------

-- car_maintenance.clients: the root, one row per client.
-- Wider keys: id (was int unsigned).
CREATE TABLE `clients` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `login` varchar(60) NOT NULL,
  `password` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `clients_login_unique` (`login`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- car_maintenance.distance_limits: client, distance_limits → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned).
CREATE TABLE `distance_limits` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `amount` int unsigned NOT NULL,
  PRIMARY KEY (`id`),
  KEY `distance_limits_client_fk` (`client_id`),
  CONSTRAINT `distance_limits_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- car_maintenance.time_limits: client, time_limits → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned).
CREATE TABLE `time_limits` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `amount` int unsigned NOT NULL,
  PRIMARY KEY (`id`),
  KEY `time_limits_client_fk` (`client_id`),
  CONSTRAINT `time_limits_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- car_maintenance.parts: client, parts → distance_limits → clients.
-- Wider keys: time_id (was int unsigned), distance_id (was int unsigned).
CREATE TABLE `parts` (
  `time_id` bigint unsigned DEFAULT NULL,
  `distance_id` bigint unsigned DEFAULT NULL,
  `name` varchar(40) NOT NULL,
  KEY `parts_time_fk` (`time_id`),
  KEY `parts_distance_fk` (`distance_id`),
  CONSTRAINT `parts_distance_fk` FOREIGN KEY (`distance_id`) REFERENCES `distance_limits` (`id`),
  CONSTRAINT `parts_time_fk` FOREIGN KEY (`time_id`) REFERENCES `time_limits` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone;
