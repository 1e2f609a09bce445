-- neutral_schema.sql
-- What the neutral database holds: the tables that have nothing to do with clients. There is one
-- such database beside the shards.
--
-- Written by Shardwright.
-- Source: MariaDB (any version), sample:car-rental (car_rental). Root table: car_rental.clients.
--
-- Tables: 2 neutral.
-- Load it into an empty database: mariadb --comments DATABASE < neutral_schema.sql

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
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;

-- -----------------------------------------------------------------------------------------------
-- Tables, parents before children
-- -----------------------------------------------------------------------------------------------

-- car_rental.anti_fraud_systems: neutral.
CREATE TABLE `anti_fraud_systems` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `anti_fraud_systems_name_unique` (`name`)
) ENGINE=InnoDB AUTO_INCREMENT=21 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- car_rental.blacklisted_credit_cards: neutral.
CREATE TABLE `blacklisted_credit_cards` (
  `anti_fraud_system_id` int(10) unsigned NOT NULL,
  `number` char(16) NOT NULL,
  KEY `blacklisted_credit_cards_system_fk` (`anti_fraud_system_id`),
  CONSTRAINT `blacklisted_credit_cards_system_fk` FOREIGN KEY (`anti_fraud_system_id`) REFERENCES `anti_fraud_systems` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone;
