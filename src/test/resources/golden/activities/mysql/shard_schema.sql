-- shard_schema.sql
-- What every shard holds: the client tables, whose rows move with their client, and the context
-- tables, which are equal on all shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:activities (activities). Root table: activities.clients.
--
-- Tables: 3 client, 0 context.
-- Load it into an empty database: mysql --comments DATABASE < shard_schema.sql
--
-- Whole-number primary and foreign keys are wider than in the source, so that the ids of all
-- shards together have room.
-- From now on the structure and the context data of the source must not change: freeze both
-- before you load this file.
--
-- Must be there before this file is loaded:
-- - the account `maker`@`127.0.0.1`, in whose name run trigger
--   blog_posts_not_empty of activities.blog_posts, trigger blog_posts_still_not_empty of
--   activities.blog_posts (or export with --definer strip)

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

-- activities.clients: the root, one row per client.
-- Wider keys: id (was int unsigned).
CREATE TABLE `clients` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `login` varchar(60) NOT NULL,
  `password` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `clients_login_unique` (`login`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- activities.activities: client, activities → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned).
CREATE TABLE `activities` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `counter` int unsigned NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `activities_client_unique` (`client_id`),
  CONSTRAINT `activities_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- activities.blog_posts: client, blog_posts → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned).
CREATE TABLE `blog_posts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `content` varchar(500) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `blog_posts_client_fk` (`client_id`),
  CONSTRAINT `blog_posts_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- -----------------------------------------------------------------------------------------------
-- Triggers
-- -----------------------------------------------------------------------------------------------

SET SESSION character_set_client = 'utf8mb4', collation_connection = 'utf8mb4_0900_ai_ci', sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
DELIMITER //
CREATE DEFINER=`maker`@`127.0.0.1` TRIGGER `blog_posts_not_empty` BEFORE INSERT ON `blog_posts` FOR EACH ROW BEGIN
  IF TRIM(NEW.content) = '' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an empty post cannot be inserted';
  END IF;
END//
DELIMITER ;

DELIMITER //
CREATE DEFINER=`maker`@`127.0.0.1` TRIGGER `blog_posts_still_not_empty` BEFORE UPDATE ON `blog_posts` FOR EACH ROW BEGIN
  IF TRIM(NEW.content) = '' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a post cannot be updated to be empty';
  END IF;
END//
DELIMITER ;

-- -----------------------------------------------------------------------------------------------
-- Left out (CROSS_DATABASE_OBJECT and triggers with findings)
-- -----------------------------------------------------------------------------------------------

-- trigger blog_posts_count of activities.blog_posts: TRIGGER_MODIFIES_DATA: The trigger
-- blog_posts_count of activities.blog_posts (INSERT) writes activities.activities.
--   CREATE DEFINER=`maker`@`127.0.0.1` TRIGGER `blog_posts_count` AFTER INSERT ON `blog_posts` FOR EACH ROW BEGIN
--     INSERT INTO activities (client_id, counter) VALUES (NEW.client_id, 1)
--     ON DUPLICATE KEY UPDATE counter = counter + 1;
--   END

SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone;
