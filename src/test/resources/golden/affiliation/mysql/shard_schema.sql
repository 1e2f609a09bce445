-- shard_schema.sql
-- What every shard holds: the client tables, whose rows move with their client, and the context
-- tables, which are equal on all shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:affiliation (affiliation). Root table: affiliation.clients.
--
-- INCOMPLETE: do not run this in production. What stands against it:
-- - DIRECT_CONNECTION in affiliation.clients: affiliation.clients points at itself by
--   referred_by_client_id, so one client may point at another (rows were not counted).
--
-- Tables: 3 client, 1 context.
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

-- affiliation.plans: context, clients → plans.
-- Wider keys: id (was int unsigned).
CREATE TABLE `plans` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(40) NOT NULL,
  `price` decimal(8,2) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `plans_name_unique` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- affiliation.clients: the root, one row per client.
-- Wider keys: id (was int unsigned), plan_id (was int unsigned), referred_by_client_id (was int
-- unsigned).
CREATE TABLE `clients` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `login` varchar(60) NOT NULL,
  `password` varchar(60) NOT NULL,
  `plan_id` bigint unsigned NOT NULL,
  `referred_by_client_id` bigint unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `clients_login_unique` (`login`),
  KEY `clients_plan_fk` (`plan_id`),
  KEY `clients_referred_by_fk` (`referred_by_client_id`),
  CONSTRAINT `clients_plan_fk` FOREIGN KEY (`plan_id`) REFERENCES `plans` (`id`),
  CONSTRAINT `clients_referred_by_fk` FOREIGN KEY (`referred_by_client_id`) REFERENCES `clients` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- affiliation.affiliations: client, affiliations → clients.
-- Wider keys: affiliate_client_id (was int unsigned), referred_client_id (was int unsigned).
CREATE TABLE `affiliations` (
  `affiliate_client_id` bigint unsigned NOT NULL,
  `referred_client_id` bigint unsigned NOT NULL,
  `agreed_on` date NOT NULL,
  PRIMARY KEY (`affiliate_client_id`,`referred_client_id`),
  KEY `affiliations_referred_fk` (`referred_client_id`),
  CONSTRAINT `affiliations_affiliate_fk` FOREIGN KEY (`affiliate_client_id`) REFERENCES `clients` (`id`),
  CONSTRAINT `affiliations_referred_fk` FOREIGN KEY (`referred_client_id`) REFERENCES `clients` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- affiliation.commissions: client, commissions → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned).
CREATE TABLE `commissions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `paid_on` date NOT NULL,
  `amount` decimal(8,2) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `commissions_client_fk` (`client_id`),
  CONSTRAINT `commissions_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone;
