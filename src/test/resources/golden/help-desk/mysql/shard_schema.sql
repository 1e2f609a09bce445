-- shard_schema.sql
-- What every shard holds: the client tables, whose rows move with their client, and the context
-- tables, which are equal on all shards.
--
-- Written by Shardwright.
-- Source: MySQL (any version), sample:help-desk (help_desk). Root table: help_desk.clients.
--
-- INCOMPLETE: do not run this in production. What stands against it:
-- - FK_TO_NON_UNIQUE in help_desk.tickets: help_desk.tickets points at address of
--   help_desk.mailboxes, which no key makes unique, so one row may have several parents.
--
-- Tables: 9 client, 1 context.
-- Load it into an empty database: mysql --comments DATABASE < shard_schema.sql
--
-- Whole-number primary and foreign keys are wider than in the source, so that the ids of all
-- shards together have room.
-- From now on the structure and the context data of the source must not change: freeze both
-- before you load this file.
--
-- Must be there before this file is loaded:
-- - the account `maker`@`127.0.0.1`, in whose name run view
--   help_desk.tickets_by_channel (or export with --definer strip)

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

-- help_desk.channels: context, tickets → channels.
-- Wider keys: id (was int).
CREATE TABLE `channels` (
  `id` bigint unsigned NOT NULL,
  `name` varchar(40) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `channels_name_unique` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- help_desk.clients: the root, one row per client.
-- Wider keys: id (was int unsigned), main_desk_id (was int unsigned).
CREATE TABLE `clients` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `login` varchar(60) NOT NULL,
  `password` varchar(60) NOT NULL,
  `main_desk_id` bigint unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `clients_login_unique` (`login`),
  KEY `clients_main_desk_fk` (`main_desk_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- help_desk.agents: client, agents → teams → clients.
-- Wider keys: id (was int unsigned), team_id (was int unsigned).
CREATE TABLE `agents` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `team_id` bigint unsigned NOT NULL,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `agents_team_fk` (`team_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- help_desk.attachments: client, attachments → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned).
CREATE TABLE `attachments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned DEFAULT NULL,
  `file` varchar(120) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `attachments_client_fk` (`client_id`),
  CONSTRAINT `attachments_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- help_desk.desks: client, desks → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned).
CREATE TABLE `desks` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `desks_client_fk` (`client_id`),
  CONSTRAINT `desks_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- help_desk.mailboxes: client, mailboxes → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned).
CREATE TABLE `mailboxes` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `address` varchar(80) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `mailboxes_client_fk` (`client_id`),
  KEY `mailboxes_address` (`address`),
  CONSTRAINT `mailboxes_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- help_desk.teams: client, teams → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned), lead_agent_id (was int
-- unsigned).
CREATE TABLE `teams` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `name` varchar(60) NOT NULL,
  `lead_agent_id` bigint unsigned NOT NULL,
  PRIMARY KEY (`id`),
  KEY `teams_client_fk` (`client_id`),
  KEY `teams_lead_fk` (`lead_agent_id`),
  CONSTRAINT `teams_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`),
  CONSTRAINT `teams_lead_fk` FOREIGN KEY (`lead_agent_id`) REFERENCES `agents` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- help_desk.tickets: client, tickets → clients.
-- Wider keys: id (was int unsigned), client_id (was int unsigned), channel_id (was int).
CREATE TABLE `tickets` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `client_id` bigint unsigned NOT NULL,
  `channel_id` bigint unsigned NOT NULL,
  `mailbox_address` varchar(80) DEFAULT NULL,
  `subject` varchar(120) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `tickets_client_fk` (`client_id`),
  KEY `tickets_channel_fk` (`channel_id`),
  KEY `tickets_mailbox_fk` (`mailbox_address`),
  CONSTRAINT `tickets_channel_fk` FOREIGN KEY (`channel_id`) REFERENCES `channels` (`id`) ON DELETE CASCADE,
  CONSTRAINT `tickets_client_fk` FOREIGN KEY (`client_id`) REFERENCES `clients` (`id`) ON DELETE CASCADE,
  CONSTRAINT `tickets_mailbox_fk` FOREIGN KEY (`mailbox_address`) REFERENCES `mailboxes` (`address`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- help_desk.answers: client, answers → desks → clients.
-- Wider keys: id (was int unsigned), ticket_id (was int unsigned), desk_id (was int unsigned).
CREATE TABLE `answers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `ticket_id` bigint unsigned NOT NULL,
  `desk_id` bigint unsigned NOT NULL,
  `text` varchar(200) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `answers_ticket_fk` (`ticket_id`),
  KEY `answers_desk_fk` (`desk_id`),
  CONSTRAINT `answers_desk_fk` FOREIGN KEY (`desk_id`) REFERENCES `desks` (`id`) ON DELETE CASCADE,
  CONSTRAINT `answers_ticket_fk` FOREIGN KEY (`ticket_id`) REFERENCES `tickets` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- help_desk.labels: client, labels → tickets → clients.
-- Wider keys: id (was smallint), ticket_id (was int unsigned).
CREATE TABLE `labels` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `ticket_id` bigint unsigned NOT NULL,
  `word` varchar(40) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `labels_ticket_fk` (`ticket_id`),
  CONSTRAINT `labels_ticket_fk` FOREIGN KEY (`ticket_id`) REFERENCES `tickets` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- -----------------------------------------------------------------------------------------------
-- Keys whose parent table is made after its child, or that are not checked yet
-- -----------------------------------------------------------------------------------------------

ALTER TABLE `clients`
  ADD CONSTRAINT `clients_main_desk_fk` FOREIGN KEY (`main_desk_id`) REFERENCES `desks` (`id`) ON DELETE SET NULL;

ALTER TABLE `agents`
  ADD CONSTRAINT `agents_team_fk` FOREIGN KEY (`team_id`) REFERENCES `teams` (`id`);

-- -----------------------------------------------------------------------------------------------
-- Views and routines, each after those that it stands on
-- -----------------------------------------------------------------------------------------------

-- Each is made under the settings under which the source's was made: the server keeps them.

SET SESSION character_set_client = 'utf8mb4', collation_connection = 'utf8mb4_0900_ai_ci';
CREATE ALGORITHM=UNDEFINED DEFINER=`maker`@`127.0.0.1` SQL SECURITY DEFINER VIEW `tickets_by_channel` AS select `channels`.`name` AS `name`,count(0) AS `tickets` from (`tickets` join `channels` on((`channels`.`id` = `tickets`.`channel_id`))) group by `channels`.`name`;

SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone;
