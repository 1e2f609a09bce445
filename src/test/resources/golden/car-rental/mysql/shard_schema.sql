-- shard_schema.sql
-- What every shard holds: the client tables, whose rows move with their client, and the context
-- tables, which are equal on all shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:car-rental (car_rental). Root table: car_rental.clients.
--
-- Tables: 3 client, 3 context.
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

-- car_rental.cars: context, rentals → cars.
-- Wider keys: id (was int unsigned).
CREATE TABLE `cars` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `vin` char(17) NOT NULL,
  `brand` varchar(40) NOT NULL,
  `model` varchar(40) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `cars_vin_unique` (`vin`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- car_rental.countries: context, clients → cities → countries.
-- Wider keys: id (was int unsigned).
CREATE TABLE `countries` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `countries_name_unique` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- car_rental.cities: context, clients → cities.
-- Wider keys: id (was int unsigned), country_id (was int unsigned).
CREATE TABLE `cities` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `country_id` bigint unsigned NOT NULL,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `cities_country_fk` (`country_id`),
  CONSTRAINT `cities_country_fk` FOREIGN KEY (`country_id`) REFERENCES `countries` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- car_rental.clients: the root, one row per client.
-- Wider keys: id (was int unsigned), city_id (was int unsigned).
CREATE TABLE `clients` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `city_id` bigint unsigned NOT NULL,
  `login` varchar(60) NOT NULL,
  `password` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `clients_login_unique` (`login`),
  KEY `clients_city_fk` (`city_id`),
  CONSTRAINT `clients_city_fk` FOREIGN KEY (`city_id`) REFERENCES `cities` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- car_rental.rentals: client, rentals → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned), start_city_id (was int
-- unsigned), end_city_id (was int unsigned), car_id (was int unsigned).
CREATE TABLE `rentals` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `start_city_id` bigint unsigned NOT NULL,
  `start_date` date NOT NULL,
  `end_city_id` bigint unsigned NOT NULL,
  `end_date` date DEFAULT NULL,
  `car_id` bigint unsigned NOT NULL,
  `cost` decimal(10,2) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `rentals_client_fk` (`client_id`),
  KEY `rentals_start_city_fk` (`start_city_id`),
  KEY `rentals_end_city_fk` (`end_city_id`),
  KEY `rentals_car_fk` (`car_id`),
  CONSTRAINT `rentals_car_fk` FOREIGN KEY (`car_id`) REFERENCES `cars` (`id`),
  CONSTRAINT `rentals_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`),
  CONSTRAINT `rentals_end_city_fk` FOREIGN KEY (`end_city_id`) REFERENCES `cities` (`id`),
  CONSTRAINT `rentals_start_city_fk` FOREIGN KEY (`start_city_id`) REFERENCES `cities` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- car_rental.tracks: client, tracks → rentals → clients.
-- Wider keys: rental_id (was int unsigned).
CREATE TABLE `tracks` (
  `rental_id` bigint unsigned NOT NULL,
  `latitude` decimal(9,6) NOT NULL,
  `longitude` decimal(9,6) NOT NULL,
  `recorded_at` datetime NOT NULL,
  KEY `tracks_rental_fk` (`rental_id`),
  CONSTRAINT `tracks_rental_fk` FOREIGN KEY (`rental_id`) REFERENCES `rentals` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone;
