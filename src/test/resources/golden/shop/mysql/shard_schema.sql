-- shard_schema.sql
-- What every shard holds: the client tables, whose rows move with their client, and the context
-- tables, which are equal on all shards.
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
-- Tables: 49 client, 12 context.
-- Load it into an empty database: mysql --comments DATABASE < shard_schema.sql
--
-- Whole-number primary and foreign keys are wider than in the source, so that the ids of all
-- shards together have room.
-- From now on the structure and the context data of the source must not change: freeze both
-- before you load this file.
--
-- Look through these, which are written as they were although they handle ids in narrower types
-- than the keys now have:
-- - table shop.shipments: warehouse_id is named like an id, no relation leads from it, and it
--   stays int unsigned
-- - function shop.revenue_of_merchant(int unsigned): wanted_id int unsigned
--
-- Must be there before this file is loaded:
-- - the account `maker`@`127.0.0.1`, in whose name run function
--   shop.revenue_of_merchant(int unsigned), procedure shop.forget_carts(date), trigger
--   refunds_not_too_large of shop.refunds, view shop.order_totals (or export with
--   --definer strip)

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

-- shop.carriers: context, shipments → carrier_services → carriers.
-- Wider keys: id (was smallint unsigned).
CREATE TABLE `carriers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(40) NOT NULL,
  `tracking_url` varchar(200) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `carriers_name_unique` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.countries: context, merchant_settings → countries.
CREATE TABLE `countries` (
  `code` char(2) NOT NULL,
  `name` varchar(60) NOT NULL,
  `in_eu` tinyint(1) NOT NULL,
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.currencies: context, gift_cards → currencies.
CREATE TABLE `currencies` (
  `code` char(3) NOT NULL,
  `name` varchar(40) NOT NULL,
  `decimals` smallint NOT NULL,
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.languages: context, merchant_settings → languages.
CREATE TABLE `languages` (
  `code` char(2) NOT NULL,
  `name` varchar(40) NOT NULL,
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.merchants: the root, one row per client.
-- Wider keys: id (was int unsigned).
CREATE TABLE `merchants` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(80) NOT NULL,
  `subdomain` varchar(40) NOT NULL,
  `email` varchar(120) NOT NULL,
  `created_at` datetime NOT NULL,
  `closed_at` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `merchants_subdomain_unique` (`subdomain`),
  UNIQUE KEY `merchants_email_unique` (`email`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.page_templates: context, pages → page_templates.
-- Wider keys: id (was smallint unsigned).
CREATE TABLE `page_templates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(40) NOT NULL,
  `body` text NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.payment_providers: context, payment_methods → payment_providers.
-- Wider keys: id (was smallint unsigned).
CREATE TABLE `payment_providers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `code` varchar(20) NOT NULL,
  `name` varchar(40) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `payment_providers_code_unique` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.return_reasons: context, order_returns → return_reasons.
CREATE TABLE `return_reasons` (
  `code` varchar(20) NOT NULL,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.tax_classes: context, products → tax_classes.
-- Wider keys: id (was smallint unsigned).
CREATE TABLE `tax_classes` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(40) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.addresses: context, customer_addresses → addresses.
-- Wider keys: id (was int unsigned).
CREATE TABLE `addresses` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `street` varchar(80) NOT NULL,
  `city` varchar(60) NOT NULL,
  `country_code` char(2) NOT NULL,
  `created_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `addresses_country_fk` (`country_code`),
  CONSTRAINT `addresses_country_fk` FOREIGN KEY (`country_code`) REFERENCES `countries` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.api_tokens: client, api_tokens → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned).
CREATE TABLE `api_tokens` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `token` char(32) NOT NULL,
  `last_used_at` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `api_tokens_token_unique` (`token`),
  KEY `api_tokens_merchant_fk` (`merchant_id`),
  CONSTRAINT `api_tokens_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.brands: client, brands → merchants.
-- Wider keys: id (was smallint unsigned), merchant_id (was int unsigned).
CREATE TABLE `brands` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `brands_merchant_fk` (`merchant_id`),
  CONSTRAINT `brands_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.carrier_services: context, shipments → carrier_services.
-- Wider keys: id (was smallint unsigned), carrier_id (was smallint unsigned).
CREATE TABLE `carrier_services` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `carrier_id` bigint unsigned NOT NULL,
  `name` varchar(40) NOT NULL,
  `max_grams` int unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `carrier_services_carrier_fk` (`carrier_id`),
  CONSTRAINT `carrier_services_carrier_fk` FOREIGN KEY (`carrier_id`) REFERENCES `carriers` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.categories: client, categories → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), parent_id (was int
-- unsigned).
CREATE TABLE `categories` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `parent_id` bigint unsigned DEFAULT NULL,
  `name` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `categories_merchant_fk` (`merchant_id`),
  KEY `categories_parent_fk` (`parent_id`),
  CONSTRAINT `categories_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`),
  CONSTRAINT `categories_parent_fk` FOREIGN KEY (`parent_id`) REFERENCES `categories` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.customers: client, customers → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), default_address_id (was int
-- unsigned).
CREATE TABLE `customers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `email` varchar(120) NOT NULL,
  `name` varchar(80) NOT NULL,
  `default_address_id` bigint unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `customers_merchant_id_unique` (`merchant_id`,`id`),
  UNIQUE KEY `customers_email_unique` (`merchant_id`,`email`),
  KEY `customers_default_address_fk` (`default_address_id`),
  CONSTRAINT `customers_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.discounts: client, discounts → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned).
CREATE TABLE `discounts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `code` varchar(20) NOT NULL,
  `percent` decimal(5,2) DEFAULT NULL,
  `amount` decimal(8,2) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `discounts_code_unique` (`merchant_id`,`code`),
  CONSTRAINT `discounts_one_kind_check` CHECK (((`percent` is null) <> (`amount` is null))),
  CONSTRAINT `discounts_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.gift_cards: client, gift_cards → merchants.
-- Wider keys: merchant_id (was int unsigned).
CREATE TABLE `gift_cards` (
  `code` char(12) NOT NULL,
  `merchant_id` bigint unsigned NOT NULL,
  `currency_code` char(3) NOT NULL,
  `balance` decimal(8,2) NOT NULL,
  PRIMARY KEY (`code`),
  KEY `gift_cards_merchant_fk` (`merchant_id`),
  KEY `gift_cards_currency_fk` (`currency_code`),
  CONSTRAINT `gift_cards_currency_fk` FOREIGN KEY (`currency_code`) REFERENCES `currencies` (`code`),
  CONSTRAINT `gift_cards_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.merchant_counters: client, merchant_counters → merchants.
-- Wider keys: merchant_id (was int unsigned).
CREATE TABLE `merchant_counters` (
  `merchant_id` bigint unsigned NOT NULL,
  `orders_count` int unsigned NOT NULL,
  `last_order_at` datetime NOT NULL,
  PRIMARY KEY (`merchant_id`),
  CONSTRAINT `merchant_counters_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.merchant_domains: client, merchant_domains → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned).
CREATE TABLE `merchant_domains` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `host` varchar(120) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `merchant_domains_host_unique` (`host`),
  KEY `merchant_domains_merchant_fk` (`merchant_id`),
  CONSTRAINT `merchant_domains_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.merchant_settings: client, merchant_settings → merchants.
-- Wider keys: merchant_id (was int unsigned).
CREATE TABLE `merchant_settings` (
  `merchant_id` bigint unsigned NOT NULL,
  `country_code` char(2) NOT NULL,
  `currency_code` char(3) NOT NULL,
  `language_code` char(2) NOT NULL,
  `options` json NOT NULL,
  PRIMARY KEY (`merchant_id`),
  KEY `merchant_settings_country_fk` (`country_code`),
  KEY `merchant_settings_currency_fk` (`currency_code`),
  KEY `merchant_settings_language_fk` (`language_code`),
  CONSTRAINT `merchant_settings_country_fk` FOREIGN KEY (`country_code`) REFERENCES `countries` (`code`),
  CONSTRAINT `merchant_settings_currency_fk` FOREIGN KEY (`currency_code`) REFERENCES `currencies` (`code`),
  CONSTRAINT `merchant_settings_language_fk` FOREIGN KEY (`language_code`) REFERENCES `languages` (`code`),
  CONSTRAINT `merchant_settings_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.newsletters: client, newsletters → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned).
CREATE TABLE `newsletters` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `subject` varchar(120) NOT NULL,
  `sent_at` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `newsletters_merchant_fk` (`merchant_id`),
  CONSTRAINT `newsletters_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.pages: client, pages → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), template_id (was smallint
-- unsigned).
CREATE TABLE `pages` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `template_id` bigint unsigned NOT NULL,
  `slug` varchar(200) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `pages_merchant_fk` (`merchant_id`),
  KEY `pages_template_fk` (`template_id`),
  KEY `pages_slug` (`slug`(40)),
  CONSTRAINT `pages_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`),
  CONSTRAINT `pages_template_fk` FOREIGN KEY (`template_id`) REFERENCES `page_templates` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.payment_methods: client, payment_methods → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), provider_id (was smallint
-- unsigned).
CREATE TABLE `payment_methods` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `provider_id` bigint unsigned NOT NULL,
  `account` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `payment_methods_merchant_fk` (`merchant_id`),
  KEY `payment_methods_provider_fk` (`provider_id`),
  CONSTRAINT `payment_methods_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`),
  CONSTRAINT `payment_methods_provider_fk` FOREIGN KEY (`provider_id`) REFERENCES `payment_providers` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.plans: context, subscriptions → plans.
-- Wider keys: id (was smallint unsigned).
CREATE TABLE `plans` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(40) NOT NULL,
  `monthly_price` decimal(8,2) NOT NULL,
  `currency_code` char(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `plans_name_unique` (`name`),
  KEY `plans_currency_fk` (`currency_code`),
  CONSTRAINT `plans_currency_fk` FOREIGN KEY (`currency_code`) REFERENCES `currencies` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.price_lists: client, price_lists → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned).
CREATE TABLE `price_lists` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `currency_code` char(3) NOT NULL,
  `name` varchar(40) NOT NULL,
  `is_default` tinyint(1) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `price_lists_merchant_fk` (`merchant_id`),
  KEY `price_lists_currency_fk` (`currency_code`),
  CONSTRAINT `price_lists_currency_fk` FOREIGN KEY (`currency_code`) REFERENCES `currencies` (`code`),
  CONSTRAINT `price_lists_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.roles: client, roles → merchants.
-- Wider keys: id (was smallint unsigned), merchant_id (was int unsigned).
CREATE TABLE `roles` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned DEFAULT NULL,
  `name` varchar(40) NOT NULL,
  `permissions` json NOT NULL,
  PRIMARY KEY (`id`),
  KEY `roles_merchant_fk` (`merchant_id`),
  CONSTRAINT `roles_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.shipping_zones: client, shipping_zones → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned).
CREATE TABLE `shipping_zones` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `name` varchar(40) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `shipping_zones_merchant_fk` (`merchant_id`),
  CONSTRAINT `shipping_zones_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.staff: client, staff → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned).
CREATE TABLE `staff` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `email` varchar(120) NOT NULL,
  `password_hash` varchar(80) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `staff_email_unique` (`email`),
  KEY `staff_merchant_fk` (`merchant_id`),
  CONSTRAINT `staff_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.tax_rates: context, order_items → tax_rates.
-- Wider keys: id (was int unsigned), tax_class_id (was smallint unsigned).
CREATE TABLE `tax_rates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `tax_class_id` bigint unsigned NOT NULL,
  `country_code` char(2) NOT NULL,
  `percent` decimal(5,2) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `tax_rates_class_country_unique` (`tax_class_id`,`country_code`),
  KEY `tax_rates_country_fk` (`country_code`),
  CONSTRAINT `tax_rates_percent_check` CHECK ((`percent` between 0 and 100)),
  CONSTRAINT `tax_rates_class_fk` FOREIGN KEY (`tax_class_id`) REFERENCES `tax_classes` (`id`),
  CONSTRAINT `tax_rates_country_fk` FOREIGN KEY (`country_code`) REFERENCES `countries` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.webhooks: client, webhooks → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned).
CREATE TABLE `webhooks` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `kind` enum('order.created','order.paid','order.shipped','product.changed') NOT NULL,
  `url` varchar(200) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `webhooks_merchant_fk` (`merchant_id`),
  CONSTRAINT `webhooks_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.carts: client, carts → merchants.
-- Wider keys: merchant_id (was int unsigned), customer_id (was int unsigned).
CREATE TABLE `carts` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `changed_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `carts_customer_fk` (`merchant_id`,`customer_id`),
  CONSTRAINT `carts_customer_fk` FOREIGN KEY (`merchant_id`, `customer_id`) REFERENCES `customers` (`merchant_id`, `id`),
  CONSTRAINT `carts_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.customer_addresses: client, customer_addresses → customers → merchants.
-- Wider keys: id (was int unsigned), customer_id (was int unsigned), address_id (was int
-- unsigned).
CREATE TABLE `customer_addresses` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `customer_id` bigint unsigned NOT NULL,
  `address_id` bigint unsigned NOT NULL,
  `label` varchar(40) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `customer_addresses_customer_fk` (`customer_id`),
  KEY `customer_addresses_address_fk` (`address_id`),
  CONSTRAINT `customer_addresses_address_fk` FOREIGN KEY (`address_id`) REFERENCES `addresses` (`id`),
  CONSTRAINT `customer_addresses_customer_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.newsletter_subscribers: client, newsletter_subscribers → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), customer_id (was int
-- unsigned).
CREATE TABLE `newsletter_subscribers` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned DEFAULT NULL,
  `email` varchar(120) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `newsletter_subscribers_email_unique` (`merchant_id`,`email`),
  KEY `newsletter_subscribers_customer_fk` (`customer_id`),
  CONSTRAINT `newsletter_subscribers_customer_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`),
  CONSTRAINT `newsletter_subscribers_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.orders: client, orders → merchants.
-- Wider keys: merchant_id (was int unsigned), customer_id (was int unsigned), shipping_address_id
-- (was int unsigned).
CREATE TABLE `orders` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned NOT NULL,
  `number` varchar(20) NOT NULL,
  `state` enum('new','paid','packed','shipped','cancelled') NOT NULL,
  `currency_code` char(3) NOT NULL,
  `shipping_address_id` bigint unsigned NOT NULL,
  `placed_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `orders_number_unique` (`merchant_id`,`number`),
  KEY `orders_customer_fk` (`merchant_id`,`customer_id`),
  KEY `orders_currency_fk` (`currency_code`),
  KEY `orders_shipping_address_fk` (`shipping_address_id`),
  KEY `orders_open` (`merchant_id`,`state`,`placed_at`),
  CONSTRAINT `orders_currency_fk` FOREIGN KEY (`currency_code`) REFERENCES `currencies` (`code`),
  CONSTRAINT `orders_customer_fk` FOREIGN KEY (`merchant_id`, `customer_id`) REFERENCES `customers` (`merchant_id`, `id`),
  CONSTRAINT `orders_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`),
  CONSTRAINT `orders_shipping_address_fk` FOREIGN KEY (`shipping_address_id`) REFERENCES `addresses` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.page_translations: client, page_translations → pages → merchants.
-- Wider keys: page_id (was int unsigned).
CREATE TABLE `page_translations` (
  `page_id` bigint unsigned NOT NULL,
  `language_code` char(2) NOT NULL,
  `title` varchar(120) NOT NULL,
  `body` text NOT NULL,
  PRIMARY KEY (`page_id`,`language_code`),
  KEY `page_translations_language_fk` (`language_code`),
  CONSTRAINT `page_translations_language_fk` FOREIGN KEY (`language_code`) REFERENCES `languages` (`code`),
  CONSTRAINT `page_translations_page_fk` FOREIGN KEY (`page_id`) REFERENCES `pages` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.products: client, products → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), brand_id (was smallint
-- unsigned), tax_class_id (was smallint unsigned).
CREATE TABLE `products` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `brand_id` bigint unsigned DEFAULT NULL,
  `tax_class_id` bigint unsigned NOT NULL,
  `slug` varchar(80) NOT NULL,
  `updated_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `products_merchant_id_unique` (`merchant_id`,`id`),
  UNIQUE KEY `products_slug_unique` (`merchant_id`,`slug`),
  KEY `products_brand_fk` (`brand_id`),
  KEY `products_tax_class_fk` (`tax_class_id`),
  CONSTRAINT `products_brand_fk` FOREIGN KEY (`brand_id`) REFERENCES `brands` (`id`),
  CONSTRAINT `products_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`),
  CONSTRAINT `products_tax_class_fk` FOREIGN KEY (`tax_class_id`) REFERENCES `tax_classes` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.shipping_rates: client, shipping_rates → shipping_zones → merchants.
-- Wider keys: id (was int unsigned), zone_id (was int unsigned), service_id (was smallint
-- unsigned).
CREATE TABLE `shipping_rates` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `zone_id` bigint unsigned NOT NULL,
  `service_id` bigint unsigned NOT NULL,
  `price` decimal(8,2) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `shipping_rates_zone_fk` (`zone_id`),
  KEY `shipping_rates_service_fk` (`service_id`),
  CONSTRAINT `shipping_rates_service_fk` FOREIGN KEY (`service_id`) REFERENCES `carrier_services` (`id`),
  CONSTRAINT `shipping_rates_zone_fk` FOREIGN KEY (`zone_id`) REFERENCES `shipping_zones` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.shipping_zone_countries: client, shipping_zone_countries → shipping_zones → merchants.
-- Wider keys: zone_id (was int unsigned).
CREATE TABLE `shipping_zone_countries` (
  `zone_id` bigint unsigned NOT NULL,
  `country_code` char(2) NOT NULL,
  PRIMARY KEY (`zone_id`,`country_code`),
  KEY `shipping_zone_countries_country_fk` (`country_code`),
  CONSTRAINT `shipping_zone_countries_country_fk` FOREIGN KEY (`country_code`) REFERENCES `countries` (`code`),
  CONSTRAINT `shipping_zone_countries_zone_fk` FOREIGN KEY (`zone_id`) REFERENCES `shipping_zones` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.staff_roles: client, staff_roles → roles → merchants.
-- Wider keys: staff_id (was int unsigned), role_id (was smallint unsigned).
CREATE TABLE `staff_roles` (
  `staff_id` bigint unsigned NOT NULL,
  `role_id` bigint unsigned NOT NULL,
  PRIMARY KEY (`staff_id`,`role_id`),
  KEY `staff_roles_role_fk` (`role_id`),
  CONSTRAINT `staff_roles_role_fk` FOREIGN KEY (`role_id`) REFERENCES `roles` (`id`),
  CONSTRAINT `staff_roles_staff_fk` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.subscriptions: client, subscriptions → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), plan_id (was smallint
-- unsigned).
CREATE TABLE `subscriptions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `plan_id` bigint unsigned NOT NULL,
  `starts_on` date NOT NULL,
  `ends_on` date DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `subscriptions_merchant_fk` (`merchant_id`),
  KEY `subscriptions_plan_fk` (`plan_id`),
  CONSTRAINT `subscriptions_dates_check` CHECK (((`ends_on` is null) or (`ends_on` > `starts_on`))),
  CONSTRAINT `subscriptions_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`),
  CONSTRAINT `subscriptions_plan_fk` FOREIGN KEY (`plan_id`) REFERENCES `plans` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.warehouses: client, warehouses → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), address_id (was int
-- unsigned).
CREATE TABLE `warehouses` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `address_id` bigint unsigned NOT NULL,
  `name` varchar(40) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `warehouses_merchant_id_unique` (`merchant_id`,`id`),
  KEY `warehouses_address_fk` (`address_id`),
  CONSTRAINT `warehouses_address_fk` FOREIGN KEY (`address_id`) REFERENCES `addresses` (`id`),
  CONSTRAINT `warehouses_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.webhook_deliveries: client, webhook_deliveries → webhooks → merchants.
-- Wider keys: webhook_id (was int unsigned).
CREATE TABLE `webhook_deliveries` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `webhook_id` bigint unsigned NOT NULL,
  `status` smallint NOT NULL,
  `delivered_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `webhook_deliveries_webhook_fk` (`webhook_id`),
  CONSTRAINT `webhook_deliveries_webhook_fk` FOREIGN KEY (`webhook_id`) REFERENCES `webhooks` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.discount_uses: client, discount_uses → discounts → merchants.
-- Wider keys: discount_id (was int unsigned).
CREATE TABLE `discount_uses` (
  `discount_id` bigint unsigned NOT NULL,
  `order_id` bigint unsigned NOT NULL,
  PRIMARY KEY (`discount_id`,`order_id`),
  KEY `discount_uses_order_fk` (`order_id`),
  CONSTRAINT `discount_uses_discount_fk` FOREIGN KEY (`discount_id`) REFERENCES `discounts` (`id`),
  CONSTRAINT `discount_uses_order_fk` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.gift_wraps: client, gift_wraps → carts → merchants.
CREATE TABLE `gift_wraps` (
  `cart_id` bigint unsigned DEFAULT NULL,
  `order_id` bigint unsigned DEFAULT NULL,
  `paper` varchar(20) NOT NULL,
  KEY `gift_wraps_cart_fk` (`cart_id`),
  KEY `gift_wraps_order_fk` (`order_id`),
  CONSTRAINT `gift_wraps_cart_fk` FOREIGN KEY (`cart_id`) REFERENCES `carts` (`id`),
  CONSTRAINT `gift_wraps_order_fk` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.order_events: client, order_events → orders → merchants.
CREATE TABLE `order_events` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `order_id` bigint unsigned NOT NULL,
  `kind` enum('order.created','order.paid','order.shipped','product.changed') NOT NULL,
  `happened_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `order_events_order_fk` (`order_id`),
  CONSTRAINT `order_events_order_fk` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.order_returns: client, order_returns → orders → merchants.
-- Wider keys: id (was int unsigned).
CREATE TABLE `order_returns` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `order_id` bigint unsigned NOT NULL,
  `reason_code` varchar(20) NOT NULL,
  `opened_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `order_returns_order_fk` (`order_id`),
  KEY `order_returns_reason_fk` (`reason_code`),
  CONSTRAINT `order_returns_order_fk` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`),
  CONSTRAINT `order_returns_reason_fk` FOREIGN KEY (`reason_code`) REFERENCES `return_reasons` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.payments: client, payments → orders → merchants.
-- Wider keys: payment_method_id (was int unsigned).
CREATE TABLE `payments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `order_id` bigint unsigned NOT NULL,
  `payment_method_id` bigint unsigned NOT NULL,
  `amount` decimal(12,2) NOT NULL,
  `paid_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `payments_order_fk` (`order_id`),
  KEY `payments_method_fk` (`payment_method_id`),
  CONSTRAINT `payments_method_fk` FOREIGN KEY (`payment_method_id`) REFERENCES `payment_methods` (`id`),
  CONSTRAINT `payments_order_fk` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.product_categories: client, product_categories → categories → merchants.
-- Wider keys: product_id (was int unsigned), category_id (was int unsigned).
CREATE TABLE `product_categories` (
  `product_id` bigint unsigned NOT NULL,
  `category_id` bigint unsigned NOT NULL,
  PRIMARY KEY (`product_id`,`category_id`),
  KEY `product_categories_category_fk` (`category_id`),
  CONSTRAINT `product_categories_category_fk` FOREIGN KEY (`category_id`) REFERENCES `categories` (`id`),
  CONSTRAINT `product_categories_product_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.product_images: client, product_images → products → merchants.
-- Wider keys: id (was int unsigned), product_id (was int unsigned).
CREATE TABLE `product_images` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `product_id` bigint unsigned NOT NULL,
  `file` varchar(120) NOT NULL,
  `position` smallint NOT NULL,
  PRIMARY KEY (`id`),
  KEY `product_images_product_fk` (`product_id`),
  CONSTRAINT `product_images_product_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.product_translations: client, product_translations → products → merchants.
-- Wider keys: product_id (was int unsigned).
CREATE TABLE `product_translations` (
  `product_id` bigint unsigned NOT NULL,
  `language_code` char(2) NOT NULL,
  `name` varchar(120) NOT NULL,
  `description` text NOT NULL,
  PRIMARY KEY (`product_id`,`language_code`),
  KEY `product_translations_language_fk` (`language_code`),
  FULLTEXT KEY `product_translations_search` (`name`,`description`),
  CONSTRAINT `product_translations_language_fk` FOREIGN KEY (`language_code`) REFERENCES `languages` (`code`),
  CONSTRAINT `product_translations_product_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.product_variants: client, product_variants → products → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), product_id (was int
-- unsigned).
CREATE TABLE `product_variants` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `product_id` bigint unsigned NOT NULL,
  `sku` varchar(40) NOT NULL,
  `grams` int unsigned DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `product_variants_merchant_id_unique` (`merchant_id`,`id`),
  UNIQUE KEY `product_variants_sku_unique` (`merchant_id`,`sku`),
  KEY `product_variants_product_fk` (`merchant_id`,`product_id`),
  CONSTRAINT `product_variants_product_fk` FOREIGN KEY (`merchant_id`, `product_id`) REFERENCES `products` (`merchant_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.reseller_listings: client, reseller_listings → merchants.
-- Wider keys: id (was int unsigned), merchant_id (was int unsigned), product_id (was int
-- unsigned).
CREATE TABLE `reseller_listings` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `product_id` bigint unsigned NOT NULL,
  `margin` decimal(5,2) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `reseller_listings_merchant_product_unique` (`merchant_id`,`product_id`),
  KEY `reseller_listings_product_fk` (`product_id`),
  CONSTRAINT `reseller_listings_merchant_fk` FOREIGN KEY (`merchant_id`) REFERENCES `merchants` (`id`),
  CONSTRAINT `reseller_listings_product_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.reviews: client, reviews → customers → merchants.
-- Wider keys: id (was int unsigned), product_id (was int unsigned), customer_id (was int
-- unsigned).
CREATE TABLE `reviews` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `product_id` bigint unsigned NOT NULL,
  `customer_id` bigint unsigned NOT NULL,
  `stars` smallint NOT NULL,
  `text` varchar(400) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `reviews_product_fk` (`product_id`),
  KEY `reviews_customer_fk` (`customer_id`),
  CONSTRAINT `reviews_stars_check` CHECK ((`stars` between 1 and 5)),
  CONSTRAINT `reviews_customer_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`),
  CONSTRAINT `reviews_product_fk` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.shipments: client, shipments → orders → merchants.
-- Wider keys: id (was int unsigned), service_id (was smallint unsigned).
CREATE TABLE `shipments` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `order_id` bigint unsigned NOT NULL,
  `service_id` bigint unsigned NOT NULL,
  `warehouse_id` int unsigned DEFAULT NULL,
  `tracking` varchar(40) DEFAULT NULL,
  `shipped_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `shipments_order_fk` (`order_id`),
  KEY `shipments_service_fk` (`service_id`),
  CONSTRAINT `shipments_order_fk` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`),
  CONSTRAINT `shipments_service_fk` FOREIGN KEY (`service_id`) REFERENCES `carrier_services` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.cart_items: client, cart_items → carts → merchants.
-- Wider keys: variant_id (was int unsigned).
CREATE TABLE `cart_items` (
  `cart_id` bigint unsigned NOT NULL,
  `variant_id` bigint unsigned NOT NULL,
  `quantity` smallint NOT NULL,
  PRIMARY KEY (`cart_id`,`variant_id`),
  KEY `cart_items_variant_fk` (`variant_id`),
  CONSTRAINT `cart_items_quantity_check` CHECK ((`quantity` > 0)),
  CONSTRAINT `cart_items_cart_fk` FOREIGN KEY (`cart_id`) REFERENCES `carts` (`id`) ON DELETE CASCADE,
  CONSTRAINT `cart_items_variant_fk` FOREIGN KEY (`variant_id`) REFERENCES `product_variants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.order_items: client, order_items → orders → merchants.
-- Wider keys: line_no (was smallint), variant_id (was int unsigned), tax_rate_id (was int
-- unsigned).
CREATE TABLE `order_items` (
  `order_id` bigint unsigned NOT NULL,
  `line_no` bigint unsigned NOT NULL,
  `variant_id` bigint unsigned DEFAULT NULL,
  `tax_rate_id` bigint unsigned NOT NULL,
  `quantity` smallint NOT NULL,
  `unit_price` decimal(10,2) NOT NULL,
  `line_total` decimal(12,2) GENERATED ALWAYS AS ((`quantity` * `unit_price`)) STORED,
  PRIMARY KEY (`order_id`,`line_no`),
  KEY `order_items_variant_fk` (`variant_id`),
  KEY `order_items_tax_rate_fk` (`tax_rate_id`),
  CONSTRAINT `order_items_quantity_check` CHECK ((`quantity` > 0)),
  CONSTRAINT `order_items_order_fk` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE CASCADE,
  CONSTRAINT `order_items_tax_rate_fk` FOREIGN KEY (`tax_rate_id`) REFERENCES `tax_rates` (`id`),
  CONSTRAINT `order_items_variant_fk` FOREIGN KEY (`variant_id`) REFERENCES `product_variants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.prices: client, prices → price_lists → merchants.
-- Wider keys: price_list_id (was int unsigned), variant_id (was int unsigned).
CREATE TABLE `prices` (
  `price_list_id` bigint unsigned NOT NULL,
  `variant_id` bigint unsigned NOT NULL,
  `amount` decimal(10,2) NOT NULL,
  PRIMARY KEY (`price_list_id`,`variant_id`),
  KEY `prices_variant_fk` (`variant_id`),
  CONSTRAINT `prices_amount_check` CHECK ((`amount` >= 0)),
  CONSTRAINT `prices_list_fk` FOREIGN KEY (`price_list_id`) REFERENCES `price_lists` (`id`) ON DELETE CASCADE,
  CONSTRAINT `prices_variant_fk` FOREIGN KEY (`variant_id`) REFERENCES `product_variants` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.refunds: client, refunds → order_returns → orders → merchants.
-- Wider keys: id (was int unsigned), return_id (was int unsigned).
CREATE TABLE `refunds` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `payment_id` bigint unsigned NOT NULL,
  `return_id` bigint unsigned DEFAULT NULL,
  `amount` decimal(12,2) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `refunds_payment_fk` (`payment_id`),
  KEY `refunds_return_fk` (`return_id`),
  CONSTRAINT `refunds_payment_fk` FOREIGN KEY (`payment_id`) REFERENCES `payments` (`id`),
  CONSTRAINT `refunds_return_fk` FOREIGN KEY (`return_id`) REFERENCES `order_returns` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.stock_levels: client, stock_levels → warehouses → merchants.
-- Wider keys: merchant_id (was int unsigned), warehouse_id (was int unsigned), variant_id (was
-- int unsigned).
CREATE TABLE `stock_levels` (
  `merchant_id` bigint unsigned NOT NULL,
  `warehouse_id` bigint unsigned NOT NULL,
  `variant_id` bigint unsigned NOT NULL,
  `quantity` int NOT NULL,
  PRIMARY KEY (`merchant_id`,`warehouse_id`,`variant_id`),
  KEY `stock_levels_variant_fk` (`merchant_id`,`variant_id`),
  CONSTRAINT `stock_levels_variant_fk` FOREIGN KEY (`merchant_id`, `variant_id`) REFERENCES `product_variants` (`merchant_id`, `id`),
  CONSTRAINT `stock_levels_warehouse_fk` FOREIGN KEY (`merchant_id`, `warehouse_id`) REFERENCES `warehouses` (`merchant_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.return_items: client, return_items → order_items → orders → merchants.
-- Wider keys: return_id (was int unsigned), line_no (was smallint).
CREATE TABLE `return_items` (
  `return_id` bigint unsigned NOT NULL,
  `order_id` bigint unsigned NOT NULL,
  `line_no` bigint unsigned NOT NULL,
  `quantity` smallint NOT NULL,
  PRIMARY KEY (`return_id`,`order_id`,`line_no`),
  KEY `return_items_order_item_fk` (`order_id`,`line_no`),
  CONSTRAINT `return_items_order_item_fk` FOREIGN KEY (`order_id`, `line_no`) REFERENCES `order_items` (`order_id`, `line_no`),
  CONSTRAINT `return_items_return_fk` FOREIGN KEY (`return_id`) REFERENCES `order_returns` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- shop.stock_movements: client, stock_movements → stock_levels → warehouses → merchants.
-- Wider keys: merchant_id (was int unsigned), warehouse_id (was int unsigned), variant_id (was
-- int unsigned).
CREATE TABLE `stock_movements` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` bigint unsigned NOT NULL,
  `warehouse_id` bigint unsigned NOT NULL,
  `variant_id` bigint unsigned NOT NULL,
  `change_by` int NOT NULL,
  `moved_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `stock_movements_level_fk` (`merchant_id`,`warehouse_id`,`variant_id`),
  CONSTRAINT `stock_movements_level_fk` FOREIGN KEY (`merchant_id`, `warehouse_id`, `variant_id`) REFERENCES `stock_levels` (`merchant_id`, `warehouse_id`, `variant_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

-- -----------------------------------------------------------------------------------------------
-- Keys whose parent table is made after its child, or that are not checked yet
-- -----------------------------------------------------------------------------------------------

ALTER TABLE `customers`
  ADD CONSTRAINT `customers_default_address_fk` FOREIGN KEY (`default_address_id`) REFERENCES `customer_addresses` (`id`) ON DELETE SET NULL;

-- -----------------------------------------------------------------------------------------------
-- Views and routines, each after those that it stands on
-- -----------------------------------------------------------------------------------------------

-- Each is made under the settings under which the source's was made: the server keeps them.

SET SESSION character_set_client = 'utf8mb4', collation_connection = 'utf8mb4_0900_ai_ci', sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
DELIMITER //
CREATE DEFINER=`maker`@`127.0.0.1` PROCEDURE `forget_carts`(IN older_than DATE)
BEGIN
  DELETE FROM carts WHERE customer_id IS NULL AND changed_at < older_than;
END//
DELIMITER ;

DELIMITER //
CREATE DEFINER=`maker`@`127.0.0.1` FUNCTION `revenue_of_merchant`(wanted_id INT UNSIGNED) RETURNS decimal(14,2)
    READS SQL DATA
BEGIN
  RETURN (
    SELECT COALESCE(SUM(i.line_total), 0)
    FROM orders o
    JOIN order_items i ON i.order_id = o.id
    WHERE o.merchant_id = wanted_id AND o.state <> 'cancelled'
  );
END//
DELIMITER ;

SET SESSION sql_mode = 'NO_ENGINE_SUBSTITUTION';
CREATE ALGORITHM=UNDEFINED DEFINER=`maker`@`127.0.0.1` SQL SECURITY DEFINER VIEW `order_totals` AS select `o`.`id` AS `id`,`o`.`merchant_id` AS `merchant_id`,`o`.`number` AS `number`,`o`.`state` AS `state`,sum(`i`.`line_total`) AS `total` from (`orders` `o` join `order_items` `i` on((`i`.`order_id` = `o`.`id`))) group by `o`.`id`,`o`.`merchant_id`,`o`.`number`,`o`.`state`;

-- -----------------------------------------------------------------------------------------------
-- Triggers
-- -----------------------------------------------------------------------------------------------

SET SESSION sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
DELIMITER //
CREATE DEFINER=`maker`@`127.0.0.1` TRIGGER `refunds_not_too_large` BEFORE INSERT ON `refunds` FOR EACH ROW BEGIN
  IF NEW.amount > (SELECT amount FROM payments WHERE id = NEW.payment_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a refund cannot be larger than its payment';
  END IF;
END//
DELIMITER ;

-- -----------------------------------------------------------------------------------------------
-- Left out (CROSS_DATABASE_OBJECT and triggers with findings)
-- -----------------------------------------------------------------------------------------------

-- view shop.tickets_of_merchants: it uses tables that no longer share a database:
-- shop.backoffice_tickets (neutral), shop.merchants (client).

-- trigger orders_count of shop.orders: TRIGGER_MODIFIES_DATA: The trigger orders_count of
-- shop.orders (INSERT) writes shop.merchant_counters.
--   CREATE DEFINER=`maker`@`127.0.0.1` TRIGGER `orders_count` AFTER INSERT ON `orders` FOR EACH ROW BEGIN
--     INSERT INTO merchant_counters (merchant_id, orders_count, last_order_at) VALUES (NEW.merchant_id, 1, NEW.placed_at)
--     ON DUPLICATE KEY UPDATE
--       orders_count = orders_count + 1,
--       last_order_at = GREATEST(last_order_at, NEW.placed_at);
--   END

SET SESSION sql_mode = @shardwright_sql_mode, time_zone = @shardwright_time_zone;
