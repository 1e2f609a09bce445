-- neutral_schema.sql
-- What the neutral database holds: the tables that have nothing to do with clients. There is one
-- such database beside the shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:shop (shop). Root table: shop.merchants.
--
-- INCOMPLETE: do not run this in production. What stands against it:
-- - Not decided yet, in no file: shop.address_checks, shop.carrier_outages,
--   shop.country_translations, shop.plan_features
-- - OPAQUE_UNIQUENESS in shop.gift_wraps: shop.gift_wraps is owned by any of several
--   nullable keys: no key tells its rows apart, so a single path loses rows and two count some
--   twice.
--
-- Tables: 14 neutral.
-- Load it into an empty database: mysql --comments DATABASE < neutral_schema.sql

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

-- shop.audit_logs: neutral.
CREATE TABLE `audit_logs` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` int unsigned NOT NULL,
  `staff_id` int unsigned DEFAULT NULL,
  `action` varchar(40) NOT NULL,
  `details` json DEFAULT NULL,
  `logged_at` datetime NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=340 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.backoffice_users: neutral.
CREATE TABLE `backoffice_users` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(120) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `backoffice_users_email_unique` (`email`)
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.blocklist_sources: neutral.
CREATE TABLE `blocklist_sources` (
  `id` smallint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.comments: neutral.
CREATE TABLE `comments` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `commentable_type` varchar(20) NOT NULL,
  `commentable_id` bigint unsigned NOT NULL,
  `author` varchar(80) NOT NULL,
  `text` varchar(400) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `comments_commentable` (`commentable_type`,`commentable_id`)
) ENGINE=InnoDB AUTO_INCREMENT=211 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.feature_flags: neutral.
CREATE TABLE `feature_flags` (
  `name` varchar(40) NOT NULL,
  `is_on` tinyint(1) NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.fx_rates: neutral.
CREATE TABLE `fx_rates` (
  `base_code` char(3) NOT NULL,
  `quote_code` char(3) NOT NULL,
  `day` date NOT NULL,
  `rate` decimal(14,6) NOT NULL,
  PRIMARY KEY (`base_code`,`quote_code`,`day`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.geo_regions: neutral.
CREATE TABLE `geo_regions` (
  `id` int unsigned NOT NULL,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.invoices: neutral.
CREATE TABLE `invoices` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` int unsigned NOT NULL,
  `order_id` bigint unsigned NOT NULL,
  `number` varchar(20) NOT NULL,
  `issued_on` date NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=9004 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.orders_2019_bak: neutral.
CREATE TABLE `orders_2019_bak` (
  `id` bigint unsigned DEFAULT NULL,
  `merchant_id` int unsigned DEFAULT NULL,
  `customer_id` int unsigned DEFAULT NULL,
  `number` varchar(20) DEFAULT NULL,
  `total` decimal(12,2) DEFAULT NULL,
  `placed_at` datetime DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.schema_migrations: neutral.
CREATE TABLE `schema_migrations` (
  `version` varchar(20) NOT NULL,
  PRIMARY KEY (`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.backoffice_tickets: neutral.
CREATE TABLE `backoffice_tickets` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `user_id` int unsigned NOT NULL,
  `about` varchar(40) NOT NULL,
  `subject` varchar(120) NOT NULL,
  `opened_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `backoffice_tickets_user_fk` (`user_id`),
  CONSTRAINT `backoffice_tickets_user_fk` FOREIGN KEY (`user_id`) REFERENCES `backoffice_users` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=81 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.blocked_ips: neutral.
CREATE TABLE `blocked_ips` (
  `source_id` smallint unsigned NOT NULL,
  `ip` varchar(45) NOT NULL,
  `added_on` date NOT NULL,
  PRIMARY KEY (`source_id`,`ip`),
  CONSTRAINT `blocked_ips_source_fk` FOREIGN KEY (`source_id`) REFERENCES `blocklist_sources` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.feature_flag_changes: neutral.
CREATE TABLE `feature_flag_changes` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `flag_name` varchar(40) NOT NULL,
  `user_id` int unsigned NOT NULL,
  `turned_on` tinyint(1) NOT NULL,
  `changed_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `feature_flag_changes_flag_fk` (`flag_name`),
  KEY `feature_flag_changes_user_fk` (`user_id`),
  CONSTRAINT `feature_flag_changes_flag_fk` FOREIGN KEY (`flag_name`) REFERENCES `feature_flags` (`name`),
  CONSTRAINT `feature_flag_changes_user_fk` FOREIGN KEY (`user_id`) REFERENCES `backoffice_users` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=41 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.geo_ip_ranges: neutral.
CREATE TABLE `geo_ip_ranges` (
  `first_ip` bigint unsigned NOT NULL,
  `last_ip` bigint unsigned NOT NULL,
  `region_id` int unsigned NOT NULL,
  PRIMARY KEY (`first_ip`),
  KEY `geo_ip_ranges_region_fk` (`region_id`),
  CONSTRAINT `geo_ip_ranges_order_check` CHECK ((`first_ip` <= `last_ip`)),
  CONSTRAINT `geo_ip_ranges_region_fk` FOREIGN KEY (`region_id`) REFERENCES `geo_regions` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- -----------------------------------------------------------------------------------------------
-- Left out (CROSS_DATABASE_OBJECT and triggers with findings)
-- -----------------------------------------------------------------------------------------------

-- view shop.tickets_of_merchants: it uses tables that no longer share a database:
-- shop.backoffice_tickets (neutral), shop.merchants (client).

SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone;
