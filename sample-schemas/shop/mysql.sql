-- Shop as a service: merchants run their web shops on one database. Root table: merchants.
-- Some eighty tables as they grow over the years: client data, the context it is read in, and neutral tables of the company itself.
-- The danger is that most design problems are in here at once, and small next to what is sound: two products with the brand of another
-- merchant, roles that are half shared, addresses without an owner, a trigger that counts, keys that nobody declared.
-- MySQL and MariaDB flavour.

SET NAMES utf8mb4;

-- ----------------------------------------------------------------------------------------------------
-- Context that comes with the product: the same on every shard.

-- Natural key: the ISO code.
CREATE TABLE countries (
  code   CHAR(2) NOT NULL PRIMARY KEY,
  name   VARCHAR(60) NOT NULL,
  in_eu  BOOLEAN NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE currencies (
  code     CHAR(3) NOT NULL PRIMARY KEY,
  name     VARCHAR(40) NOT NULL,
  decimals SMALLINT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE languages (
  code CHAR(2) NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Undecided: below context, and no client table leads here.
CREATE TABLE country_translations (
  country_code  CHAR(2) NOT NULL,
  language_code CHAR(2) NOT NULL,
  name          VARCHAR(60) NOT NULL,
  PRIMARY KEY (country_code, language_code),
  CONSTRAINT country_translations_country_fk FOREIGN KEY (country_code) REFERENCES countries (code),
  CONSTRAINT country_translations_language_fk FOREIGN KEY (language_code) REFERENCES languages (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE tax_classes (
  id   SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(40) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Context although it hangs below context: order_items refers to it.
CREATE TABLE tax_rates (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  tax_class_id SMALLINT UNSIGNED NOT NULL,
  country_code CHAR(2) NOT NULL,
  percent      NUMERIC(5, 2) NOT NULL,
  CONSTRAINT tax_rates_class_country_unique UNIQUE (tax_class_id, country_code),
  CONSTRAINT tax_rates_percent_check CHECK (percent BETWEEN 0 AND 100),
  CONSTRAINT tax_rates_class_fk FOREIGN KEY (tax_class_id) REFERENCES tax_classes (id),
  CONSTRAINT tax_rates_country_fk FOREIGN KEY (country_code) REFERENCES countries (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE plans (
  id            SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name          VARCHAR(40) NOT NULL,
  monthly_price NUMERIC(8, 2) NOT NULL,
  currency_code CHAR(3) NOT NULL,
  CONSTRAINT plans_name_unique UNIQUE (name),
  CONSTRAINT plans_currency_fk FOREIGN KEY (currency_code) REFERENCES currencies (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Undecided: below context.
CREATE TABLE plan_features (
  plan_id  SMALLINT UNSIGNED NOT NULL,
  feature  VARCHAR(40) NOT NULL,
  at_most  INT UNSIGNED,
  PRIMARY KEY (plan_id, feature),
  CONSTRAINT plan_features_plan_fk FOREIGN KEY (plan_id) REFERENCES plans (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE carriers (
  id           SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name         VARCHAR(40) NOT NULL,
  tracking_url VARCHAR(200) NOT NULL,
  CONSTRAINT carriers_name_unique UNIQUE (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE carrier_services (
  id         SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  carrier_id SMALLINT UNSIGNED NOT NULL,
  name       VARCHAR(40) NOT NULL,
  max_grams  INT UNSIGNED,
  CONSTRAINT carrier_services_carrier_fk FOREIGN KEY (carrier_id) REFERENCES carriers (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Undecided: a log below context that only grows. Rather neutral than copied to every shard.
CREATE TABLE carrier_outages (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  carrier_id SMALLINT UNSIGNED NOT NULL,
  began_at   DATETIME NOT NULL,
  ended_at   DATETIME,
  CONSTRAINT carrier_outages_carrier_fk FOREIGN KEY (carrier_id) REFERENCES carriers (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE payment_providers (
  id   SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(20) NOT NULL,
  name VARCHAR(40) NOT NULL,
  CONSTRAINT payment_providers_code_unique UNIQUE (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE return_reasons (
  code VARCHAR(20) NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE page_templates (
  id   SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  body TEXT NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- ----------------------------------------------------------------------------------------------------
-- Merchants and the people who work for them.

-- The root: one row per merchant. Nothing lies above it.
CREATE TABLE merchants (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       VARCHAR(80) NOT NULL,
  subdomain  VARCHAR(40) NOT NULL,
  email      VARCHAR(120) NOT NULL,
  created_at DATETIME NOT NULL,
  closed_at  DATETIME,
  CONSTRAINT merchants_subdomain_unique UNIQUE (subdomain),
  CONSTRAINT merchants_email_unique UNIQUE (email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- One to one with the root: the key of the merchant is the key here.
CREATE TABLE merchant_settings (
  merchant_id   INT UNSIGNED NOT NULL PRIMARY KEY,
  country_code  CHAR(2) NOT NULL,
  currency_code CHAR(3) NOT NULL,
  language_code CHAR(2) NOT NULL,
  options       JSON NOT NULL,
  CONSTRAINT merchant_settings_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id) ON DELETE CASCADE,
  CONSTRAINT merchant_settings_country_fk FOREIGN KEY (country_code) REFERENCES countries (code),
  CONSTRAINT merchant_settings_currency_fk FOREIGN KEY (currency_code) REFERENCES currencies (code),
  CONSTRAINT merchant_settings_language_fk FOREIGN KEY (language_code) REFERENCES languages (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Written by a trigger on orders, never by the application.
CREATE TABLE merchant_counters (
  merchant_id   INT UNSIGNED NOT NULL PRIMARY KEY,
  orders_count  INT UNSIGNED NOT NULL,
  last_order_at DATETIME NOT NULL,
  CONSTRAINT merchant_counters_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Host names are unique over all merchants: a matter for dispatch.
CREATE TABLE merchant_domains (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  host        VARCHAR(120) NOT NULL,
  CONSTRAINT merchant_domains_host_unique UNIQUE (host),
  CONSTRAINT merchant_domains_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE subscriptions (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  plan_id     SMALLINT UNSIGNED NOT NULL,
  starts_on   DATE NOT NULL,
  ends_on     DATE,
  CONSTRAINT subscriptions_dates_check CHECK (ends_on IS NULL OR ends_on > starts_on),
  CONSTRAINT subscriptions_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT subscriptions_plan_fk FOREIGN KEY (plan_id) REFERENCES plans (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- One person, one account: the e-mail address is unique over all merchants, whatever its case.
CREATE TABLE staff (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id   INT UNSIGNED NOT NULL,
  email         VARCHAR(120) NOT NULL,
  password_hash VARCHAR(80) NOT NULL,
  CONSTRAINT staff_email_unique UNIQUE (email),
  CONSTRAINT staff_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Mixed: without merchant_id a role comes with the product, with it a merchant made it.
CREATE TABLE roles (
  id          SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED,
  name        VARCHAR(40) NOT NULL,
  permissions JSON NOT NULL,
  CONSTRAINT roles_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE staff_roles (
  staff_id INT UNSIGNED NOT NULL,
  role_id  SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (staff_id, role_id),
  CONSTRAINT staff_roles_staff_fk FOREIGN KEY (staff_id) REFERENCES staff (id) ON DELETE CASCADE,
  CONSTRAINT staff_roles_role_fk FOREIGN KEY (role_id) REFERENCES roles (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE api_tokens (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id  INT UNSIGNED NOT NULL,
  token        CHAR(32) NOT NULL,
  last_used_at DATETIME,
  CONSTRAINT api_tokens_token_unique UNIQUE (token),
  CONSTRAINT api_tokens_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- ----------------------------------------------------------------------------------------------------
-- Catalog. From products down to stock, the keys carry the merchant along.

-- A tree: categories lie in categories, not always in one with a smaller id.
CREATE TABLE categories (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  parent_id   INT UNSIGNED,
  name        VARCHAR(60) NOT NULL,
  CONSTRAINT categories_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT categories_parent_fk FOREIGN KEY (parent_id) REFERENCES categories (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE brands (
  id          SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  name        VARCHAR(60) NOT NULL,
  CONSTRAINT brands_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The brand and the product should be of the same merchant; two rows are not.
CREATE TABLE products (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id  INT UNSIGNED NOT NULL,
  brand_id     SMALLINT UNSIGNED,
  tax_class_id SMALLINT UNSIGNED NOT NULL,
  slug         VARCHAR(80) NOT NULL,
  updated_at   DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  CONSTRAINT products_merchant_id_unique UNIQUE (merchant_id, id),
  CONSTRAINT products_slug_unique UNIQUE (merchant_id, slug),
  CONSTRAINT products_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT products_brand_fk FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT products_tax_class_fk FOREIGN KEY (tax_class_id) REFERENCES tax_classes (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE product_translations (
  product_id    INT UNSIGNED NOT NULL,
  language_code CHAR(2) NOT NULL,
  name          VARCHAR(120) NOT NULL,
  description   TEXT NOT NULL,
  PRIMARY KEY (product_id, language_code),
  FULLTEXT INDEX product_translations_search (name, description),
  CONSTRAINT product_translations_product_fk FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
  CONSTRAINT product_translations_language_fk FOREIGN KEY (language_code) REFERENCES languages (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE product_categories (
  product_id  INT UNSIGNED NOT NULL,
  category_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (product_id, category_id),
  CONSTRAINT product_categories_product_fk FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
  CONSTRAINT product_categories_category_fk FOREIGN KEY (category_id) REFERENCES categories (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE product_images (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  product_id INT UNSIGNED NOT NULL,
  file       VARCHAR(120) NOT NULL,
  position   SMALLINT NOT NULL,
  CONSTRAINT product_images_product_fk FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Done right: the key to the product carries the merchant along.
CREATE TABLE product_variants (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  product_id  INT UNSIGNED NOT NULL,
  sku         VARCHAR(40) NOT NULL,
  grams       INT UNSIGNED,
  CONSTRAINT product_variants_merchant_id_unique UNIQUE (merchant_id, id),
  CONSTRAINT product_variants_sku_unique UNIQUE (merchant_id, sku),
  CONSTRAINT product_variants_product_fk FOREIGN KEY (merchant_id, product_id) REFERENCES products (merchant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE price_lists (
  id            INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id   INT UNSIGNED NOT NULL,
  currency_code CHAR(3) NOT NULL,
  name          VARCHAR(40) NOT NULL,
  is_default    BOOLEAN NOT NULL,
  CONSTRAINT price_lists_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT price_lists_currency_fk FOREIGN KEY (currency_code) REFERENCES currencies (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE prices (
  price_list_id INT UNSIGNED NOT NULL,
  variant_id    INT UNSIGNED NOT NULL,
  amount        NUMERIC(10, 2) NOT NULL,
  PRIMARY KEY (price_list_id, variant_id),
  CONSTRAINT prices_amount_check CHECK (amount >= 0),
  CONSTRAINT prices_list_fk FOREIGN KEY (price_list_id) REFERENCES price_lists (id) ON DELETE CASCADE,
  CONSTRAINT prices_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data in truth, context by its keys: an address does not say whose it is.
CREATE TABLE addresses (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  street       VARCHAR(80) NOT NULL,
  city         VARCHAR(60) NOT NULL,
  country_code CHAR(2) NOT NULL,
  created_at   DATETIME NOT NULL,
  CONSTRAINT addresses_country_fk FOREIGN KEY (country_code) REFERENCES countries (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Undecided for as long as addresses looks like context.
CREATE TABLE address_checks (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  address_id INT UNSIGNED NOT NULL,
  passed     BOOLEAN NOT NULL,
  checked_at DATETIME NOT NULL,
  CONSTRAINT address_checks_address_fk FOREIGN KEY (address_id) REFERENCES addresses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE warehouses (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  address_id  INT UNSIGNED NOT NULL,
  name        VARCHAR(40) NOT NULL,
  CONSTRAINT warehouses_merchant_id_unique UNIQUE (merchant_id, id),
  CONSTRAINT warehouses_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT warehouses_address_fk FOREIGN KEY (address_id) REFERENCES addresses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Done right: warehouse and variant are provably of one merchant.
CREATE TABLE stock_levels (
  merchant_id  INT UNSIGNED NOT NULL,
  warehouse_id INT UNSIGNED NOT NULL,
  variant_id   INT UNSIGNED NOT NULL,
  quantity     INT NOT NULL,
  PRIMARY KEY (merchant_id, warehouse_id, variant_id),
  CONSTRAINT stock_levels_warehouse_fk FOREIGN KEY (merchant_id, warehouse_id) REFERENCES warehouses (merchant_id, id),
  CONSTRAINT stock_levels_variant_fk FOREIGN KEY (merchant_id, variant_id) REFERENCES product_variants (merchant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE stock_movements (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id  INT UNSIGNED NOT NULL,
  warehouse_id INT UNSIGNED NOT NULL,
  variant_id   INT UNSIGNED NOT NULL,
  change_by    INT NOT NULL,
  moved_at     DATETIME NOT NULL,
  CONSTRAINT stock_movements_level_fk FOREIGN KEY (merchant_id, warehouse_id, variant_id)
    REFERENCES stock_levels (merchant_id, warehouse_id, variant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- By design between two merchants: one sells what another one makes.
CREATE TABLE reseller_listings (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  product_id  INT UNSIGNED NOT NULL,
  margin      NUMERIC(5, 2) NOT NULL,
  CONSTRAINT reseller_listings_merchant_product_unique UNIQUE (merchant_id, product_id),
  CONSTRAINT reseller_listings_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT reseller_listings_product_fk FOREIGN KEY (product_id) REFERENCES products (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- ----------------------------------------------------------------------------------------------------
-- Customers of the merchants. Their e-mail address is unique within one shop only.

CREATE TABLE customers (
  id                 INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id        INT UNSIGNED NOT NULL,
  email              VARCHAR(120) NOT NULL,
  name               VARCHAR(80) NOT NULL,
  default_address_id INT UNSIGNED,
  CONSTRAINT customers_merchant_id_unique UNIQUE (merchant_id, id),
  CONSTRAINT customers_email_unique UNIQUE (merchant_id, email),
  CONSTRAINT customers_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE customer_addresses (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id INT UNSIGNED NOT NULL,
  address_id  INT UNSIGNED NOT NULL,
  label       VARCHAR(40) NOT NULL,
  CONSTRAINT customer_addresses_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE,
  CONSTRAINT customer_addresses_address_fk FOREIGN KEY (address_id) REFERENCES addresses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Closes a circle of two tables: neither can be filled completely before the other.
ALTER TABLE customers
  ADD CONSTRAINT customers_default_address_fk FOREIGN KEY (default_address_id) REFERENCES customer_addresses (id) ON DELETE SET NULL;

CREATE TABLE carts (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  customer_id INT UNSIGNED,
  changed_at  DATETIME NOT NULL,
  CONSTRAINT carts_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT carts_customer_fk FOREIGN KEY (merchant_id, customer_id) REFERENCES customers (merchant_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE cart_items (
  cart_id    BIGINT UNSIGNED NOT NULL,
  variant_id INT UNSIGNED NOT NULL,
  quantity   SMALLINT NOT NULL,
  PRIMARY KEY (cart_id, variant_id),
  CONSTRAINT cart_items_quantity_check CHECK (quantity > 0),
  CONSTRAINT cart_items_cart_fk FOREIGN KEY (cart_id) REFERENCES carts (id) ON DELETE CASCADE,
  CONSTRAINT cart_items_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- ----------------------------------------------------------------------------------------------------
-- Orders and what follows from them.

-- Done right: an order and its customer are provably of one merchant.
CREATE TABLE orders (
  id                  BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id         INT UNSIGNED NOT NULL,
  customer_id         INT UNSIGNED NOT NULL,
  number              VARCHAR(20) NOT NULL,
  state               ENUM('new', 'paid', 'packed', 'shipped', 'cancelled') NOT NULL,
  currency_code       CHAR(3) NOT NULL,
  shipping_address_id INT UNSIGNED NOT NULL,
  placed_at           DATETIME NOT NULL,
  CONSTRAINT orders_number_unique UNIQUE (merchant_id, number),
  CONSTRAINT orders_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT orders_customer_fk FOREIGN KEY (merchant_id, customer_id) REFERENCES customers (merchant_id, id),
  CONSTRAINT orders_currency_fk FOREIGN KEY (currency_code) REFERENCES currencies (code),
  CONSTRAINT orders_shipping_address_fk FOREIGN KEY (shipping_address_id) REFERENCES addresses (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE INDEX orders_open ON orders (merchant_id, state, placed_at);

CREATE TABLE order_items (
  order_id    BIGINT UNSIGNED NOT NULL,
  line_no     SMALLINT NOT NULL,
  variant_id  INT UNSIGNED,
  tax_rate_id INT UNSIGNED NOT NULL,
  quantity    SMALLINT NOT NULL,
  unit_price  NUMERIC(10, 2) NOT NULL,
  line_total  NUMERIC(12, 2) GENERATED ALWAYS AS (quantity * unit_price) STORED,
  PRIMARY KEY (order_id, line_no),
  CONSTRAINT order_items_quantity_check CHECK (quantity > 0),
  CONSTRAINT order_items_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
  CONSTRAINT order_items_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variants (id),
  CONSTRAINT order_items_tax_rate_fk FOREIGN KEY (tax_rate_id) REFERENCES tax_rates (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A log: rows are added and never changed.
CREATE TABLE order_events (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id    BIGINT UNSIGNED NOT NULL,
  kind        ENUM('order.created', 'order.paid', 'order.shipped', 'product.changed') NOT NULL,
  happened_at DATETIME NOT NULL,
  CONSTRAINT order_events_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- No key of its own, equal rows, and two ways home of which either may be missing: the horse riddle.
CREATE TABLE gift_wraps (
  cart_id  BIGINT UNSIGNED,
  order_id BIGINT UNSIGNED,
  paper    VARCHAR(20) NOT NULL,
  CONSTRAINT gift_wraps_cart_fk FOREIGN KEY (cart_id) REFERENCES carts (id),
  CONSTRAINT gift_wraps_order_fk FOREIGN KEY (order_id) REFERENCES orders (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE payment_methods (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  provider_id SMALLINT UNSIGNED NOT NULL,
  account     VARCHAR(60) NOT NULL,
  CONSTRAINT payment_methods_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT payment_methods_provider_fk FOREIGN KEY (provider_id) REFERENCES payment_providers (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE payments (
  id                BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id          BIGINT UNSIGNED NOT NULL,
  payment_method_id INT UNSIGNED NOT NULL,
  amount            NUMERIC(12, 2) NOT NULL,
  paid_at           DATETIME NOT NULL,
  CONSTRAINT payments_order_fk FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT payments_method_fk FOREIGN KEY (payment_method_id) REFERENCES payment_methods (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE order_returns (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id    BIGINT UNSIGNED NOT NULL,
  reason_code VARCHAR(20) NOT NULL,
  opened_at   DATETIME NOT NULL,
  CONSTRAINT order_returns_order_fk FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT order_returns_reason_fk FOREIGN KEY (reason_code) REFERENCES return_reasons (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE return_items (
  return_id INT UNSIGNED NOT NULL,
  order_id  BIGINT UNSIGNED NOT NULL,
  line_no   SMALLINT NOT NULL,
  quantity  SMALLINT NOT NULL,
  PRIMARY KEY (return_id, order_id, line_no),
  CONSTRAINT return_items_return_fk FOREIGN KEY (return_id) REFERENCES order_returns (id) ON DELETE CASCADE,
  CONSTRAINT return_items_order_item_fk FOREIGN KEY (order_id, line_no) REFERENCES order_items (order_id, line_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE refunds (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  payment_id BIGINT UNSIGNED NOT NULL,
  return_id  INT UNSIGNED,
  amount     NUMERIC(12, 2) NOT NULL,
  CONSTRAINT refunds_payment_fk FOREIGN KEY (payment_id) REFERENCES payments (id),
  CONSTRAINT refunds_return_fk FOREIGN KEY (return_id) REFERENCES order_returns (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The relation to warehouses exists in the application only: nobody declared it.
CREATE TABLE shipments (
  id           INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id     BIGINT UNSIGNED NOT NULL,
  service_id   SMALLINT UNSIGNED NOT NULL,
  warehouse_id INT UNSIGNED,
  tracking     VARCHAR(40),
  shipped_at   DATETIME NOT NULL,
  CONSTRAINT shipments_order_fk FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT shipments_service_fk FOREIGN KEY (service_id) REFERENCES carrier_services (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE shipping_zones (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  name        VARCHAR(40) NOT NULL,
  CONSTRAINT shipping_zones_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE shipping_zone_countries (
  zone_id      INT UNSIGNED NOT NULL,
  country_code CHAR(2) NOT NULL,
  PRIMARY KEY (zone_id, country_code),
  CONSTRAINT shipping_zone_countries_zone_fk FOREIGN KEY (zone_id) REFERENCES shipping_zones (id) ON DELETE CASCADE,
  CONSTRAINT shipping_zone_countries_country_fk FOREIGN KEY (country_code) REFERENCES countries (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE shipping_rates (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  zone_id    INT UNSIGNED NOT NULL,
  service_id SMALLINT UNSIGNED NOT NULL,
  price      NUMERIC(8, 2) NOT NULL,
  CONSTRAINT shipping_rates_zone_fk FOREIGN KEY (zone_id) REFERENCES shipping_zones (id) ON DELETE CASCADE,
  CONSTRAINT shipping_rates_service_fk FOREIGN KEY (service_id) REFERENCES carrier_services (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE discounts (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  code        VARCHAR(20) NOT NULL,
  percent     NUMERIC(5, 2),
  amount      NUMERIC(8, 2),
  CONSTRAINT discounts_code_unique UNIQUE (merchant_id, code),
  CONSTRAINT discounts_one_kind_check CHECK ((percent IS NULL) <> (amount IS NULL)),
  CONSTRAINT discounts_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE discount_uses (
  discount_id INT UNSIGNED NOT NULL,
  order_id    BIGINT UNSIGNED NOT NULL,
  PRIMARY KEY (discount_id, order_id),
  CONSTRAINT discount_uses_discount_fk FOREIGN KEY (discount_id) REFERENCES discounts (id),
  CONSTRAINT discount_uses_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Natural key: codes are printed on cards and unique over all merchants.
CREATE TABLE gift_cards (
  code          CHAR(12) NOT NULL PRIMARY KEY,
  merchant_id   INT UNSIGNED NOT NULL,
  currency_code CHAR(3) NOT NULL,
  balance       NUMERIC(8, 2) NOT NULL,
  CONSTRAINT gift_cards_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT gift_cards_currency_fk FOREIGN KEY (currency_code) REFERENCES currencies (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A product and a customer: both of the same shop, which nothing enforces.
CREATE TABLE reviews (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  product_id  INT UNSIGNED NOT NULL,
  customer_id INT UNSIGNED NOT NULL,
  stars       SMALLINT NOT NULL,
  text        VARCHAR(400),
  CONSTRAINT reviews_stars_check CHECK (stars BETWEEN 1 AND 5),
  CONSTRAINT reviews_product_fk FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
  CONSTRAINT reviews_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- ----------------------------------------------------------------------------------------------------
-- Pages, newsletters, webhooks.

CREATE TABLE pages (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  template_id SMALLINT UNSIGNED NOT NULL,
  slug        VARCHAR(200) NOT NULL,
  CONSTRAINT pages_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT pages_template_fk FOREIGN KEY (template_id) REFERENCES page_templates (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE INDEX pages_slug ON pages (slug(40));

CREATE TABLE page_translations (
  page_id       INT UNSIGNED NOT NULL,
  language_code CHAR(2) NOT NULL,
  title         VARCHAR(120) NOT NULL,
  body          TEXT NOT NULL,
  PRIMARY KEY (page_id, language_code),
  CONSTRAINT page_translations_page_fk FOREIGN KEY (page_id) REFERENCES pages (id) ON DELETE CASCADE,
  CONSTRAINT page_translations_language_fk FOREIGN KEY (language_code) REFERENCES languages (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE newsletters (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  subject     VARCHAR(120) NOT NULL,
  sent_at     DATETIME,
  CONSTRAINT newsletters_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE newsletter_subscribers (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  customer_id INT UNSIGNED,
  email       VARCHAR(120) NOT NULL,
  CONSTRAINT newsletter_subscribers_email_unique UNIQUE (merchant_id, email),
  CONSTRAINT newsletter_subscribers_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id),
  CONSTRAINT newsletter_subscribers_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE webhooks (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  kind        ENUM('order.created', 'order.paid', 'order.shipped', 'product.changed') NOT NULL,
  url         VARCHAR(200) NOT NULL,
  CONSTRAINT webhooks_merchant_fk FOREIGN KEY (merchant_id) REFERENCES merchants (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A log: rows are added and never changed.
CREATE TABLE webhook_deliveries (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  webhook_id   INT UNSIGNED NOT NULL,
  status       SMALLINT NOT NULL,
  delivered_at DATETIME NOT NULL,
  CONSTRAINT webhook_deliveries_webhook_fk FOREIGN KEY (webhook_id) REFERENCES webhooks (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- ----------------------------------------------------------------------------------------------------
-- Client data that does not look like it: the keys were never declared.

-- merchant_id and order_id are keys in all but name; three invoices belong to orders that are gone.
CREATE TABLE invoices (
  id          INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  order_id    BIGINT UNSIGNED NOT NULL,
  number      VARCHAR(20) NOT NULL,
  issued_on   DATE NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A log: rows are added and never changed. No key says whose they are.
CREATE TABLE audit_logs (
  id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  merchant_id INT UNSIGNED NOT NULL,
  staff_id    INT UNSIGNED,
  action      VARCHAR(40) NOT NULL,
  details     JSON,
  logged_at   DATETIME NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- A type and an id instead of a key: on products, on pages, on orders.
CREATE TABLE comments (
  id               INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  commentable_type VARCHAR(20) NOT NULL,
  commentable_id   BIGINT UNSIGNED NOT NULL,
  author           VARCHAR(80) NOT NULL,
  text             VARCHAR(400) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE INDEX comments_commentable ON comments (commentable_type, commentable_id);

-- ----------------------------------------------------------------------------------------------------
-- Neutral: the company behind the product.

-- Plain currency codes on purpose: rates are needed for currencies that no merchant uses.
CREATE TABLE fx_rates (
  base_code  CHAR(3) NOT NULL,
  quote_code CHAR(3) NOT NULL,
  day        DATE NOT NULL,
  rate       NUMERIC(14, 6) NOT NULL,
  PRIMARY KEY (base_code, quote_code, day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE blocklist_sources (
  id   SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(60) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE blocked_ips (
  source_id SMALLINT UNSIGNED NOT NULL,
  ip        VARCHAR(45) NOT NULL,
  added_on  DATE NOT NULL,
  PRIMARY KEY (source_id, ip),
  CONSTRAINT blocked_ips_source_fk FOREIGN KEY (source_id) REFERENCES blocklist_sources (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Ids come from the supplier of the data.
CREATE TABLE geo_regions (
  id   INT UNSIGNED NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE geo_ip_ranges (
  first_ip  BIGINT UNSIGNED NOT NULL PRIMARY KEY,
  last_ip   BIGINT UNSIGNED NOT NULL,
  region_id INT UNSIGNED NOT NULL,
  CONSTRAINT geo_ip_ranges_order_check CHECK (first_ip <= last_ip),
  CONSTRAINT geo_ip_ranges_region_fk FOREIGN KEY (region_id) REFERENCES geo_regions (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Our own people, not those of the merchants.
CREATE TABLE backoffice_users (
  id    INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email VARCHAR(120) NOT NULL,
  CONSTRAINT backoffice_users_email_unique UNIQUE (email)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE backoffice_tickets (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id   INT UNSIGNED NOT NULL,
  about     VARCHAR(40) NOT NULL,
  subject   VARCHAR(120) NOT NULL,
  opened_at DATETIME NOT NULL,
  CONSTRAINT backoffice_tickets_user_fk FOREIGN KEY (user_id) REFERENCES backoffice_users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE feature_flags (
  name  VARCHAR(40) NOT NULL PRIMARY KEY,
  is_on BOOLEAN NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE feature_flag_changes (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  flag_name  VARCHAR(40) NOT NULL,
  user_id    INT UNSIGNED NOT NULL,
  turned_on  BOOLEAN NOT NULL,
  changed_at DATETIME NOT NULL,
  CONSTRAINT feature_flag_changes_flag_fk FOREIGN KEY (flag_name) REFERENCES feature_flags (name),
  CONSTRAINT feature_flag_changes_user_fk FOREIGN KEY (user_id) REFERENCES backoffice_users (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Neutral by its keys, but every database needs its own copy.
CREATE TABLE schema_migrations (
  version VARCHAR(20) NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Somebody's safety copy of 2019, long forgotten.
CREATE TABLE orders_2019_bak (
  id          BIGINT UNSIGNED,
  merchant_id INT UNSIGNED,
  customer_id INT UNSIGNED,
  number      VARCHAR(20),
  total       NUMERIC(12, 2),
  placed_at   DATETIME
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- ----------------------------------------------------------------------------------------------------
-- Triggers, views, routines.

DELIMITER //

-- Modifies data: would count every order once more when a merchant is copied.
CREATE TRIGGER orders_count AFTER INSERT ON orders FOR EACH ROW
BEGIN
  INSERT INTO merchant_counters (merchant_id, orders_count, last_order_at) VALUES (NEW.merchant_id, 1, NEW.placed_at)
  ON DUPLICATE KEY UPDATE
    orders_count = orders_count + 1,
    last_order_at = GREATEST(last_order_at, NEW.placed_at);
END//

-- Only checks: nobody gets back more than was paid.
CREATE TRIGGER refunds_not_too_large BEFORE INSERT ON refunds FOR EACH ROW
BEGIN
  IF NEW.amount > (SELECT amount FROM payments WHERE id = NEW.payment_id) THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a refund cannot be larger than its payment';
  END IF;
END//

DELIMITER ;

-- Reads client tables only: goes with them to the shards.
CREATE VIEW order_totals AS
SELECT o.id, o.merchant_id, o.number, o.state, sum(i.line_total) AS total
FROM orders o
JOIN order_items i ON i.order_id = o.id
GROUP BY o.id, o.merchant_id, o.number, o.state;

-- Reads a client table and a neutral one, which will live in different databases.
CREATE VIEW tickets_of_merchants AS
SELECT m.id AS merchant_id, t.id AS ticket_id, t.subject
FROM backoffice_tickets t
JOIN merchants m ON m.subdomain = t.about;

DELIMITER //

CREATE FUNCTION revenue_of_merchant(wanted_id INT UNSIGNED) RETURNS NUMERIC(14, 2) READS SQL DATA
BEGIN
  RETURN (
    SELECT COALESCE(SUM(i.line_total), 0)
    FROM orders o
    JOIN order_items i ON i.order_id = o.id
    WHERE o.merchant_id = wanted_id AND o.state <> 'cancelled'
  );
END//

-- No merchant in sight: on a shard it would see that shard's carts only, which happens to be right here.
CREATE PROCEDURE forget_carts(IN older_than DATE)
BEGIN
  DELETE FROM carts WHERE customer_id IS NULL AND changed_at < older_than;
END//

DELIMITER ;

-- ----------------------------------------------------------------------------------------------------
-- Rows: context.

INSERT INTO countries (code, name, in_eu) VALUES
  ('AT', 'Austria', TRUE), ('BE', 'Belgium', TRUE), ('CH', 'Switzerland', FALSE), ('CZ', 'Czechia', TRUE),
  ('DE', 'Germany', TRUE), ('DK', 'Denmark', TRUE), ('ES', 'Spain', TRUE), ('FR', 'France', TRUE),
  ('GB', 'United Kingdom', FALSE), ('IT', 'Italy', TRUE), ('NL', 'Netherlands', TRUE), ('NO', 'Norway', FALSE),
  ('PL', 'Poland', TRUE), ('SE', 'Sweden', TRUE);

INSERT INTO currencies (code, name, decimals) VALUES
  ('CHF', 'Swiss franc', 2), ('CZK', 'Czech koruna', 2), ('EUR', 'Euro', 2),
  ('GBP', 'Pound sterling', 2), ('PLN', 'Złoty', 2), ('SEK', 'Swedish krona', 2);

INSERT INTO languages (code, name) VALUES
  ('cs', 'Czech'), ('de', 'German'), ('en', 'English'), ('fr', 'French'), ('pl', 'Polish');

INSERT INTO country_translations (country_code, language_code, name) VALUES
  ('AT', 'de', 'Österreich'), ('AT', 'pl', 'Austria'), ('CZ', 'de', 'Tschechien'), ('CZ', 'pl', 'Czechy'),
  ('DE', 'de', 'Deutschland'), ('DE', 'pl', 'Niemcy'), ('FR', 'de', 'Frankreich'), ('FR', 'pl', 'Francja'),
  ('IT', 'de', 'Italien'), ('IT', 'pl', 'Włochy'), ('PL', 'de', 'Polen'), ('PL', 'pl', 'Polska');

INSERT INTO tax_classes (id, name) VALUES
  (1, 'Standard'), (2, 'Reduced'), (3, 'Zero');

INSERT INTO tax_rates (id, tax_class_id, country_code, percent) VALUES
  (1, 1, 'AT', 20.00), (2, 1, 'BE', 21.00), (3, 1, 'CH', 8.10), (4, 1, 'CZ', 21.00), (5, 1, 'DE', 19.00), (6, 1, 'DK', 25.00),
  (7, 1, 'ES', 21.00), (8, 1, 'FR', 20.00), (9, 1, 'GB', 20.00), (10, 1, 'IT', 22.00), (11, 1, 'NL', 21.00), (12, 1, 'NO', 25.00),
  (13, 1, 'PL', 23.00), (14, 1, 'SE', 25.00), (15, 2, 'AT', 10.00), (16, 2, 'BE', 6.00), (17, 2, 'CH', 2.60), (18, 2, 'CZ', 12.00),
  (19, 2, 'DE', 7.00), (20, 2, 'DK', 25.00), (21, 2, 'ES', 10.00), (22, 2, 'FR', 5.50), (23, 2, 'GB', 5.00), (24, 2, 'IT', 10.00),
  (25, 2, 'NL', 9.00), (26, 2, 'NO', 15.00), (27, 2, 'PL', 8.00), (28, 2, 'SE', 12.00), (29, 3, 'AT', 0.00), (30, 3, 'BE', 0.00),
  (31, 3, 'CH', 0.00), (32, 3, 'CZ', 0.00), (33, 3, 'DE', 0.00), (34, 3, 'DK', 0.00), (35, 3, 'ES', 0.00), (36, 3, 'FR', 0.00),
  (37, 3, 'GB', 0.00), (38, 3, 'IT', 0.00), (39, 3, 'NL', 0.00), (40, 3, 'NO', 0.00), (41, 3, 'PL', 0.00), (42, 3, 'SE', 0.00);

INSERT INTO plans (id, name, monthly_price, currency_code) VALUES
  (1, 'Start', 9.00, 'EUR'), (2, 'Grow', 29.00, 'EUR'),
  (3, 'Scale', 99.00, 'EUR'), (4, 'Custom', 490.00, 'EUR');

INSERT INTO plan_features (plan_id, feature, at_most) VALUES
  (1, 'products', 50), (2, 'products', 1000), (3, 'products', 20000), (4, 'products', NULL),
  (1, 'staff', 1), (2, 'staff', 5), (3, 'staff', 25), (4, 'staff', NULL),
  (1, 'languages', 1), (2, 'languages', 3), (3, 'languages', 5), (4, 'languages', NULL),
  (1, 'webhooks', 0), (2, 'webhooks', 3), (3, 'webhooks', 20), (4, 'webhooks', NULL);

INSERT INTO carriers (id, name, tracking_url) VALUES
  (1, 'Parcel One', 'https://parcel-one.example/track/'), (2, 'Blue Courier', 'https://blue-courier.example/track/'),
  (3, 'Postline', 'https://postline.example/track/'), (4, 'Rapid Cargo', 'https://rapid-cargo.example/track/'),
  (5, 'Green Wheels', 'https://green-wheels.example/track/');

INSERT INTO carrier_services (id, carrier_id, name, max_grams) VALUES
  (1, 1, 'Standard', 30000), (2, 1, 'Express', 20000), (3, 2, 'City', 10000), (4, 3, 'Letter', 2000),
  (5, 3, 'Parcel', 31500), (6, 4, 'Pallet', NULL), (7, 5, 'Bicycle', 8000);

INSERT INTO carrier_outages (id, carrier_id, began_at, ended_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 40)
SELECT s.n, 1 + s.n % 5, TIMESTAMPADD(MINUTE, s.n * 7919, '2026-01-01 08:00:00'), CASE WHEN s.n < 38 THEN TIMESTAMPADD(MINUTE, s.n * 7919 + 45 + s.n % 300, '2026-01-01 08:00:00') END
FROM s;

INSERT INTO payment_providers (id, code, name) VALUES
  (1, 'card', 'Cardline'), (2, 'transfer', 'Bank transfer'),
  (3, 'wallet', 'Pocketpay'), (4, 'later', 'Pay in 30 days');

INSERT INTO return_reasons (code, name) VALUES
  ('damaged', 'Arrived damaged'), ('late', 'Arrived too late'), ('mind', 'Changed my mind'),
  ('size', 'Does not fit'), ('wrong', 'Not what was ordered');

INSERT INTO page_templates (id, name, body) VALUES
  (1, 'plain', '<main>{{ body }}</main>'),
  (2, 'two columns', '<main class="two">{{ body }}</main>'),
  (3, 'contact', '<main>{{ body }}<form></form></main>');

-- ----------------------------------------------------------------------------------------------------
-- Rows: merchants and the people who work for them. The first ones are large, the later ones small.

INSERT INTO merchants (id, name, subdomain, email, created_at, closed_at) VALUES
  (1, 'Oak & Iron', 'oak-iron', 'owner@oak-iron.example', '2019-04-23 09:17:00', NULL),
  (2, 'Little Fern', 'little-fern', 'owner@little-fern.example', '2019-06-15 09:34:00', NULL),
  (3, 'Kettle House', 'kettle-house', 'owner@kettle-house.example', '2019-08-07 09:51:00', NULL),
  (4, 'Northlight Books', 'northlight-books', 'owner@northlight-books.example', '2019-09-29 10:08:00', NULL),
  (5, 'Blue Door Bikes', 'blue-door-bikes', 'owner@blue-door-bikes.example', '2019-11-21 10:25:00', NULL),
  (6, 'Salt and Pine', 'salt-and-pine', 'owner@salt-and-pine.example', '2020-01-13 10:42:00', NULL),
  (7, 'The Yarn Room', 'the-yarn-room', 'owner@the-yarn-room.example', '2020-03-06 10:59:00', NULL),
  (8, 'Amber Coffee', 'amber-coffee', 'owner@amber-coffee.example', '2020-04-28 11:16:00', NULL),
  (9, 'Paper Lantern', 'paper-lantern', 'owner@paper-lantern.example', '2020-06-20 11:33:00', NULL),
  (10, 'Stone Bakery', 'stone-bakery', 'owner@stone-bakery.example', '2020-08-12 11:50:00', NULL),
  (11, 'Wild Thyme', 'wild-thyme', 'owner@wild-thyme.example', '2020-10-04 12:07:00', NULL),
  (12, 'Hill Farm Cheese', 'hill-farm-cheese', 'owner@hill-farm-cheese.example', '2020-11-26 12:24:00', NULL),
  (13, 'Lumen Lamps', 'lumen-lamps', 'owner@lumen-lamps.example', '2021-01-18 12:41:00', NULL),
  (14, 'Fox and Flint', 'fox-and-flint', 'owner@fox-and-flint.example', '2021-03-12 12:58:00', NULL),
  (15, 'Moss Ceramics', 'moss-ceramics', 'owner@moss-ceramics.example', '2021-05-04 13:15:00', NULL),
  (16, 'River Outdoor', 'river-outdoor', 'owner@river-outdoor.example', '2021-06-26 13:32:00', NULL),
  (17, 'Silver Needle', 'silver-needle', 'owner@silver-needle.example', '2021-08-18 13:49:00', NULL),
  (18, 'Old Town Toys', 'old-town-toys', 'owner@old-town-toys.example', '2021-10-10 14:06:00', NULL),
  (19, 'Cloudberry', 'cloudberry', 'owner@cloudberry.example', '2021-12-02 14:23:00', NULL),
  (20, 'Harbour Tea', 'harbour-tea', 'owner@harbour-tea.example', '2022-01-24 14:40:00', NULL),
  (21, 'Maple Desk', 'maple-desk', 'owner@maple-desk.example', '2022-03-18 14:57:00', NULL),
  (22, 'Tin Whistle', 'tin-whistle', 'owner@tin-whistle.example', '2022-05-10 15:14:00', '2026-06-30 12:00:00'),
  (23, 'Juniper Soap', 'juniper-soap', 'owner@juniper-soap.example', '2022-07-02 15:31:00', NULL),
  (24, 'Red Kite Kites', 'red-kite-kites', 'owner@red-kite-kites.example', '2022-08-24 15:48:00', NULL),
  (25, 'Velvet Vinyl', 'velvet-vinyl', 'owner@velvet-vinyl.example', '2022-10-16 16:05:00', NULL),
  (26, 'Copper Pan', 'copper-pan', 'owner@copper-pan.example', '2022-12-08 16:22:00', NULL),
  (27, 'Honest Socks', 'honest-socks', 'owner@honest-socks.example', '2023-01-30 16:39:00', NULL),
  (28, 'Meadow Honey', 'meadow-honey', 'owner@meadow-honey.example', '2023-03-24 16:56:00', NULL),
  (29, 'Granite Gym', 'granite-gym', 'owner@granite-gym.example', '2023-05-16 17:13:00', NULL),
  (30, 'Plum Pets', 'plum-pets', 'owner@plum-pets.example', '2023-07-08 17:30:00', NULL),
  (31, 'Quiet Clocks', 'quiet-clocks', 'owner@quiet-clocks.example', '2023-08-30 17:47:00', NULL),
  (32, 'Sunday Prints', 'sunday-prints', 'owner@sunday-prints.example', '2023-10-22 18:04:00', NULL),
  (33, 'Birch Sauna', 'birch-sauna', 'owner@birch-sauna.example', '2023-12-14 18:21:00', NULL),
  (34, 'Good Rope', 'good-rope', 'owner@good-rope.example', '2024-02-05 18:38:00', NULL),
  (35, 'Tall Stories', 'tall-stories', 'owner@tall-stories.example', '2024-03-29 18:55:00', NULL),
  (36, 'Winter Wool', 'winter-wool', 'owner@winter-wool.example', '2024-05-21 19:12:00', NULL),
  (37, 'Apricot', 'apricot', 'owner@apricot.example', '2024-07-13 19:29:00', '2026-06-30 12:00:00'),
  (38, 'Spare Parts Co', 'spare-parts-co', 'owner@spare-parts-co.example', '2024-09-04 19:46:00', NULL),
  (39, 'Lemon Grove', 'lemon-grove', 'owner@lemon-grove.example', '2024-10-27 20:03:00', NULL),
  (40, 'Second Shelf', 'second-shelf', 'owner@second-shelf.example', '2024-12-19 20:20:00', NULL);

INSERT INTO merchant_settings (merchant_id, country_code, currency_code, language_code, options)
SELECT m.id, ELT(1 + m.id % 6, 'PL', 'DE', 'AT', 'CZ', 'FR', 'GB'), ELT(1 + m.id % 6, 'PLN', 'EUR', 'EUR', 'CZK', 'EUR', 'GBP'),
  ELT(1 + m.id % 6, 'pl', 'de', 'de', 'cs', 'fr', 'en'), '{"gift_wrap": true}'
FROM merchants m;

INSERT INTO merchant_domains (id, merchant_id, host)
SELECT m.id, m.id, concat('www.', m.subdomain, '.example')
FROM merchants m;

INSERT INTO subscriptions (id, merchant_id, plan_id, starts_on, ends_on)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT row_number() OVER (ORDER BY m.id, s.n), m.id, CASE WHEN s.n = 2 THEN 1 WHEN m.id <= 3 THEN 4 ELSE 2 + m.id % 2 END,
  DATE_ADD(DATE '2026-01-01', INTERVAL CASE WHEN s.n = 2 THEN 0 ELSE m.id END DAY), CASE WHEN s.n = 2 THEN DATE_ADD(DATE '2026-01-01', INTERVAL m.id DAY) END
FROM merchants m
JOIN s ON s.n <= 1 + m.id % 2;

INSERT INTO staff (id, merchant_id, email, password_hash)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 13)
SELECT row_number() OVER (ORDER BY m.id, s.n), m.id, concat('staff', s.n, '@', m.subdomain, '.example'), concat('hash-of-', m.id, '-', s.n)
FROM merchants m
JOIN s ON s.n <= 1 + 12 DIV m.id;

-- The four roles that come with the product belong to nobody ...
INSERT INTO roles (id, merchant_id, name, permissions) VALUES
  (1, NULL, 'Owner', '["*"]'), (2, NULL, 'Catalog', '["products", "prices"]'),
  (3, NULL, 'Orders', '["orders", "returns"]'), (4, NULL, 'Read only', '["read"]');

-- ... and these to the merchants who made them.
INSERT INTO roles (id, merchant_id, name, permissions)
SELECT 4 + row_number() OVER (ORDER BY m.id), m.id, ELT(1 + m.id % 3, 'Packing', 'Accounting', 'Translations'), '["orders"]'
FROM merchants m
WHERE m.id % 3 = 1 OR m.id <= 6;

INSERT INTO staff_roles (staff_id, role_id)
SELECT f.id, 1 + f.id % 4
FROM staff f
UNION ALL
SELECT f.id, r.id
FROM staff f
JOIN roles r ON r.merchant_id = f.merchant_id;

INSERT INTO api_tokens (id, merchant_id, token, last_used_at)
SELECT m.id, m.id, concat('token-', 100000 + m.id * 7919), CASE WHEN m.id % 5 > 0 THEN TIMESTAMPADD(MINUTE, m.id * 9001, '2026-01-01 08:00:00') END
FROM merchants m;

-- ----------------------------------------------------------------------------------------------------
-- Rows: catalog.

INSERT INTO categories (id, merchant_id, parent_id, name)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 6)
SELECT (m.id - 1) * 6 + s.n, m.id, NULL, ELT(s.n, 'New', 'Sale', 'Home', 'Outdoor', 'Presents', 'Everything')
FROM merchants m
JOIN s ON TRUE;

-- Every second merchant has turned the tree around: parents with larger ids than their children.
UPDATE categories SET parent_id = CASE
    WHEN merchant_id % 2 = 1 AND id - (merchant_id - 1) * 6 IN (2, 3) THEN (merchant_id - 1) * 6 + 1
    WHEN merchant_id % 2 = 1 AND id - (merchant_id - 1) * 6 >= 4 THEN (merchant_id - 1) * 6 + 2
    WHEN merchant_id % 2 = 0 AND id - (merchant_id - 1) * 6 IN (4, 5) THEN (merchant_id - 1) * 6 + 6
    WHEN merchant_id % 2 = 0 AND id - (merchant_id - 1) * 6 <= 3 THEN (merchant_id - 1) * 6 + 5
  END;

INSERT INTO brands (id, merchant_id, name)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT (m.id - 1) * 2 + s.n, m.id, concat(m.name, ELT(s.n, ' Originals', ' Selected'))
FROM merchants m
JOIN s ON TRUE;

INSERT INTO products (id, merchant_id, brand_id, tax_class_id, slug, updated_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 63)
SELECT row_number() OVER (ORDER BY m.id, s.n), m.id, CASE WHEN s.n % 7 > 0 THEN (m.id - 1) * 2 + 1 + s.n % 2 END, 1 + s.n % 3,
  concat(ELT(1 + (m.id + s.n) % 8, 'small', 'large', 'blue', 'old', 'green', 'plain', 'heavy', 'soft'), '-', ELT(1 + s.n % 7, 'cup', 'lamp', 'scarf', 'board', 'basket', 'clock', 'blanket'), '-', s.n),
  TIMESTAMPADD(MINUTE, m.id * 97 + s.n * 1009, '2026-01-01 08:00:00')
FROM merchants m
JOIN s ON s.n <= 3 + 60 DIV m.id;

-- The accident: two products end up with the brand of another merchant.
UPDATE products SET brand_id = 21, updated_at = updated_at WHERE id = 40;

UPDATE products SET brand_id = 4, updated_at = updated_at WHERE id = 200;

INSERT INTO product_translations (product_id, language_code, name, description)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 3)
SELECT p.id, ELT(s.n, 'en', 'de', 'pl'), replace(p.slug, '-', ' '), concat('About the ', replace(p.slug, '-', ' '), ', in ', ELT(s.n, 'English', 'German', 'Polish'), '.')
FROM products p
JOIN s ON s.n <= 1 + p.id % 3;

INSERT INTO product_categories (product_id, category_id)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT p.id, (p.merchant_id - 1) * 6 + 1 + (p.id + s.n) % 6
FROM products p
JOIN s ON s.n <= 1 + p.id % 2;

INSERT INTO product_images (id, product_id, file, position)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT row_number() OVER (ORDER BY p.id, s.n), p.id, concat(p.slug, '-', s.n, '.jpg'), s.n
FROM products p
JOIN s ON s.n <= 1 + p.id % 4 DIV 3;

INSERT INTO product_variants (id, merchant_id, product_id, sku, grams)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT row_number() OVER (ORDER BY p.id, s.n), p.merchant_id, p.id, concat('SKU-', p.id, '-', s.n), 100 + p.id * 37 % 4000
FROM products p
JOIN s ON s.n <= 1 + p.id % 2;

INSERT INTO price_lists (id, merchant_id, currency_code, name, is_default)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT row_number() OVER (ORDER BY s.n, m.id), m.id, t.currency_code, ELT(s.n, 'Retail', 'Wholesale'), s.n = 1
FROM merchants m
JOIN merchant_settings t ON t.merchant_id = m.id
JOIN s ON s.n = 1 OR m.id % 3 = 0;

INSERT INTO prices (price_list_id, variant_id, amount)
SELECT l.id, v.id, v.product_id * 37 % 180 + CASE WHEN l.is_default THEN 9.90 ELSE 6.50 END
FROM price_lists l
JOIN product_variants v ON v.merchant_id = l.merchant_id;

-- The first 48 are those of warehouses.
INSERT INTO addresses (id, street, city, country_code, created_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 48)
SELECT s.n, concat(ELT(1 + s.n % 7, 'Mill Lane', 'Station Road', 'Long Street', 'Garden Row', 'Bridge Street', 'Church Hill', 'Harbour Walk'), ' ', 1 + s.n * 7 % 90),
  ELT(1 + s.n % 8, 'Kraków', 'Berlin', 'Graz', 'Brno', 'Lyon', 'Leeds', 'Ghent', 'Turin'), ELT(1 + s.n % 8, 'PL', 'DE', 'AT', 'CZ', 'FR', 'GB', 'BE', 'IT'), TIMESTAMPADD(MINUTE, s.n * 11, '2026-01-01 08:00:00')
FROM s;

INSERT INTO warehouses (id, merchant_id, address_id, name)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT row_number() OVER (ORDER BY m.id, s.n), m.id, row_number() OVER (ORDER BY m.id, s.n), ELT(s.n, 'Main', 'Overflow')
FROM merchants m
JOIN s ON s.n = 1 OR m.id <= 8;

INSERT INTO stock_levels (merchant_id, warehouse_id, variant_id, quantity)
SELECT w.merchant_id, w.id, v.id, v.id * 13 % 60
FROM warehouses w
JOIN product_variants v ON v.merchant_id = w.merchant_id;

INSERT INTO stock_movements (id, merchant_id, warehouse_id, variant_id, change_by, moved_at)
SELECT row_number() OVER (ORDER BY l.warehouse_id, l.variant_id), l.merchant_id, l.warehouse_id, l.variant_id, CASE WHEN l.variant_id % 2 = 0 THEN 12 ELSE -3 END, TIMESTAMPADD(MINUTE, l.variant_id * 701 + l.warehouse_id, '2026-01-01 08:00:00')
FROM stock_levels l
WHERE l.variant_id % 3 = 0;

-- Every merchant sells some products of the next one.
INSERT INTO reseller_listings (id, merchant_id, product_id, margin)
SELECT row_number() OVER (ORDER BY m.id, p.id), m.id, p.id, 5 + p.id % 20
FROM merchants m
JOIN products p ON p.merchant_id = m.id % 40 + 1 AND p.id % 3 = m.id % 3;

-- ----------------------------------------------------------------------------------------------------
-- Rows: customers. The same person buys in many shops, under one e-mail address.

INSERT INTO customers (id, merchant_id, email, name, default_address_id)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 102)
SELECT row_number() OVER (ORDER BY m.id, s.n), m.id, concat('person', s.n, '@mail.example'),
  concat(ELT(1 + s.n % 12, 'Anna', 'Bruno', 'Carla', 'David', 'Elena', 'Felix', 'Greta', 'Hugo', 'Irene', 'Jonas', 'Katja', 'Lukas'), ' ', ELT(1 + s.n % 11, 'Adler', 'Bauer', 'Conti', 'Dvorak', 'Fischer', 'Horvat', 'Kowal', 'Moreau', 'Novak', 'Rossi', 'Weber')),
  NULL
FROM merchants m
JOIN s ON s.n <= 2 + 100 DIV m.id;

-- From 101 on, those of customers: each is one customer's, though no key says so.
INSERT INTO addresses (id, street, city, country_code, created_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT 100 + row_number() OVER (ORDER BY c.id, s.n), concat(ELT(1 + (c.id + s.n) % 7, 'Mill Lane', 'Station Road', 'Long Street', 'Garden Row', 'Bridge Street', 'Church Hill', 'Harbour Walk'), ' ', 1 + c.id * 7 % 90),
  ELT(1 + c.id % 8, 'Kraków', 'Berlin', 'Graz', 'Brno', 'Lyon', 'Leeds', 'Ghent', 'Turin'), ELT(1 + c.id % 8, 'PL', 'DE', 'AT', 'CZ', 'FR', 'GB', 'BE', 'IT'), TIMESTAMPADD(MINUTE, c.id * 211 + s.n, '2026-01-01 08:00:00')
FROM customers c
JOIN s ON s.n = 1 OR c.id % 5 = 0;

INSERT INTO customer_addresses (id, customer_id, address_id, label)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT row_number() OVER (ORDER BY c.id, s.n), c.id, 100 + row_number() OVER (ORDER BY c.id, s.n), ELT(s.n, 'home', 'work')
FROM customers c
JOIN s ON s.n = 1 OR c.id % 5 = 0;

-- From 2001 on: their customers are gone, and nothing deleted them.
INSERT INTO addresses (id, street, city, country_code, created_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 35)
SELECT 2000 + s.n, concat(ELT(1 + s.n % 7, 'Mill Lane', 'Station Road', 'Long Street', 'Garden Row', 'Bridge Street', 'Church Hill', 'Harbour Walk'), ' ', 1 + s.n * 7 % 90),
  ELT(1 + s.n % 8, 'Kraków', 'Berlin', 'Graz', 'Brno', 'Lyon', 'Leeds', 'Ghent', 'Turin'), ELT(1 + s.n % 8, 'PL', 'DE', 'AT', 'CZ', 'FR', 'GB', 'BE', 'IT'), TIMESTAMPADD(MINUTE, s.n * 503, '2026-01-01 08:00:00')
FROM s;

UPDATE customers SET default_address_id = (SELECT min(a.id) FROM customer_addresses a WHERE a.customer_id = customers.id) WHERE id % 4 > 0;

INSERT INTO address_checks (id, address_id, passed, checked_at)
SELECT row_number() OVER (ORDER BY a.id), a.id, a.id % 17 > 0, TIMESTAMPADD(MINUTE, a.id * 300, '2026-01-01 08:00:00')
FROM addresses a
WHERE a.id % 3 = 0;

-- Every second cart is that of a visitor who has not said his name.
INSERT INTO carts (id, merchant_id, customer_id, changed_at)
SELECT c.id, c.merchant_id, CASE WHEN c.id % 6 > 0 THEN c.id END, TIMESTAMPADD(MINUTE, c.id * 883, '2026-01-01 08:00:00')
FROM customers c
WHERE c.id % 3 = 0;

INSERT INTO cart_items (cart_id, variant_id, quantity)
SELECT c.id, v.id, 1 + v.id % 3
FROM carts c
JOIN product_variants v ON v.merchant_id = c.merchant_id AND (v.id + c.id) % 13 = 0;

-- ----------------------------------------------------------------------------------------------------
-- Rows: orders and what follows from them. The trigger fills merchant_counters.

INSERT INTO orders (id, merchant_id, customer_id, number, state, currency_code, shipping_address_id, placed_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 3)
SELECT row_number() OVER (ORDER BY c.id, s.n), c.merchant_id, c.id, concat('O-', 1000 + row_number() OVER (PARTITION BY c.merchant_id ORDER BY c.id, s.n)),
  ELT(1 + (c.id + s.n * 3) % 7, 'new', 'paid', 'packed', 'shipped', 'shipped', 'shipped', 'cancelled'), t.currency_code,
  (SELECT min(a.address_id) FROM customer_addresses a WHERE a.customer_id = c.id), TIMESTAMPADD(MINUTE, c.id * 601 + s.n * 45007, '2026-01-01 08:00:00')
FROM customers c
JOIN merchant_settings t ON t.merchant_id = c.merchant_id
JOIN s ON s.n <= c.id % 4
ORDER BY c.id, s.n;

INSERT INTO order_items (order_id, line_no, variant_id, tax_rate_id, quantity, unit_price)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 3)
SELECT o.id, s.n, CASE WHEN o.id % 50 > 0 THEN v.first_id + (o.id * 7 + s.n) % v.how_many END, 1 + (o.id + s.n) % 42, 1 + o.id % 3, o.id * 37 % 180 + 9.90
FROM orders o
JOIN (SELECT merchant_id, min(id) AS first_id, count(*) AS how_many FROM product_variants GROUP BY merchant_id) v ON v.merchant_id = o.merchant_id
JOIN s ON s.n <= 1 + o.id % 3;

INSERT INTO order_events (id, order_id, kind, happened_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 3)
SELECT row_number() OVER (ORDER BY o.id, s.n), o.id, ELT(s.n, 'order.created', 'order.paid', 'order.shipped'), o.placed_at
FROM orders o
JOIN s ON s.n = 1 OR (s.n = 2 AND o.state IN ('paid', 'packed', 'shipped')) OR o.state = 'shipped';

-- Wrapped in the cart and then ordered: two equal sheets each.
INSERT INTO gift_wraps (cart_id, order_id, paper)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT c.id, o.id, 'stars'
FROM orders o
JOIN carts c ON c.customer_id = o.customer_id
JOIN s ON TRUE
WHERE o.id % 4 = 0;

-- Added to the order by telephone.
INSERT INTO gift_wraps (cart_id, order_id, paper)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT NULL, o.id, 'plain'
FROM orders o
JOIN s ON TRUE
WHERE o.id % 9 = 0;

-- Still in the cart.
INSERT INTO gift_wraps (cart_id, order_id, paper)
SELECT c.id, NULL, 'stripes'
FROM carts c
WHERE c.id % 4 = 0;

INSERT INTO payment_methods (id, merchant_id, provider_id, account)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT row_number() OVER (ORDER BY m.id, s.n), m.id, 1 + (m.id + s.n) % 4, concat('acct-', m.id, '-', s.n)
FROM merchants m
JOIN s ON s.n <= 1 + m.id % 2;

INSERT INTO payments (id, order_id, payment_method_id, amount, paid_at)
SELECT row_number() OVER (ORDER BY o.id), o.id, (SELECT min(m.id) FROM payment_methods m WHERE m.merchant_id = o.merchant_id),
  (SELECT sum(i.line_total) FROM order_items i WHERE i.order_id = o.id), o.placed_at
FROM orders o
WHERE o.state IN ('paid', 'packed', 'shipped');

INSERT INTO order_returns (id, order_id, reason_code, opened_at)
SELECT row_number() OVER (ORDER BY o.id), o.id, ELT(1 + o.id % 5, 'damaged', 'late', 'mind', 'size', 'wrong'), o.placed_at
FROM orders o
WHERE o.state = 'shipped' AND o.id % 5 = 0;

INSERT INTO return_items (return_id, order_id, line_no, quantity)
SELECT r.id, r.order_id, 1, 1
FROM order_returns r;

-- Spelled out: MariaDB 11.4.5 refuses INSERT ... SELECT of several rows into a table with a BEFORE trigger.
INSERT INTO refunds (id, payment_id, return_id, amount) VALUES
  (1, 9, 1, 19.90), (2, 15, 2, 29.90), (3, 41, 3, 64.90), (4, 61, 4, 94.90), (5, 65, 5, 99.90), (6, 81, 6, 124.90), (7, 85, 7, 129.90), (8, 89, 8, 134.90),
  (9, 98, 9, 144.90), (10, 107, 10, 159.90), (11, 110, 11, 164.90), (12, 113, 12, 169.90), (13, 117, 13, 174.90), (14, 122, 14, 179.90), (15, 133, 15, 14.90), (16, 136, 16, 19.90),
  (17, 138, 17, 24.90), (18, 142, 18, 29.90), (19, 159, 19, 49.90), (20, 165, 20, 59.90), (21, 191, 21, 94.90), (22, 211, 22, 124.90), (23, 215, 23, 129.90), (24, 231, 24, 154.90),
  (25, 235, 25, 159.90), (26, 239, 26, 164.90), (27, 248, 27, 174.90), (28, 257, 28, 9.90), (29, 260, 29, 14.90), (30, 263, 30, 19.90), (31, 267, 31, 24.90), (32, 272, 32, 29.90),
  (33, 283, 33, 44.90), (34, 286, 34, 49.90), (35, 288, 35, 54.90), (36, 292, 36, 59.90), (37, 309, 37, 79.90), (38, 315, 38, 89.90), (39, 341, 39, 124.90), (40, 361, 40, 154.90),
  (41, 365, 41, 159.90), (42, 381, 42, 184.90), (43, 385, 43, 9.90), (44, 389, 44, 14.90), (45, 398, 45, 24.90), (46, 407, 46, 39.90), (47, 410, 47, 44.90), (48, 413, 48, 49.90),
  (49, 417, 49, 54.90), (50, 422, 50, 59.90), (51, 433, 51, 74.90), (52, 436, 52, 79.90), (53, 438, 53, 84.90), (54, 442, 54, 89.90), (55, 459, 55, 109.90), (56, 465, 56, 119.90),
  (57, 491, 57, 154.90), (58, 511, 58, 184.90), (59, 515, 59, 9.90);

-- A few warehouses have been closed since: no key noticed.
INSERT INTO shipments (id, order_id, service_id, warehouse_id, tracking, shipped_at)
SELECT row_number() OVER (ORDER BY o.id), o.id, 1 + o.id % 7,
  CASE WHEN o.id % 80 = 0 THEN 900 + o.id DIV 80 ELSE (SELECT min(w.id) FROM warehouses w WHERE w.merchant_id = o.merchant_id) END, concat('TR', 100000 + o.id), o.placed_at
FROM orders o
WHERE o.state = 'shipped';

INSERT INTO shipping_zones (id, merchant_id, name)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT (m.id - 1) * 2 + s.n, m.id, ELT(s.n, 'Home', 'Europe')
FROM merchants m
JOIN s ON TRUE;

INSERT INTO shipping_zone_countries (zone_id, country_code)
SELECT z.id, t.country_code
FROM shipping_zones z
JOIN merchant_settings t ON t.merchant_id = z.merchant_id
WHERE z.name = 'Home'
UNION ALL
SELECT z.id, c.code
FROM shipping_zones z
JOIN merchant_settings t ON t.merchant_id = z.merchant_id
JOIN countries c ON c.in_eu AND c.code <> t.country_code
WHERE z.name = 'Europe' AND z.merchant_id % 3 = 0;

INSERT INTO shipping_rates (id, zone_id, service_id, price)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT row_number() OVER (ORDER BY z.id, s.n), z.id, 1 + (z.merchant_id + s.n) % 7, 3.90 + s.n * 2 + z.id % 2
FROM shipping_zones z
JOIN s ON TRUE;

INSERT INTO discounts (id, merchant_id, code, percent, amount)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT (m.id - 1) * 2 + s.n, m.id, ELT(s.n, 'WELCOME', 'FIVEOFF'), CASE WHEN s.n = 1 THEN 10 END, CASE WHEN s.n = 2 THEN 5 END
FROM merchants m
JOIN s ON TRUE;

INSERT INTO discount_uses (discount_id, order_id)
SELECT (o.merchant_id - 1) * 2 + 1 + o.id % 2, o.id
FROM orders o
WHERE o.id % 7 = 0;

INSERT INTO gift_cards (code, merchant_id, currency_code, balance)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 4)
SELECT concat('GIFT-', t.merchant_id * 7919 % 10000 + 10000, s.n), t.merchant_id, t.currency_code, 10 * s.n
FROM merchant_settings t
JOIN s ON s.n <= 1 + t.merchant_id % 4;

INSERT INTO reviews (id, product_id, customer_id, stars, text)
SELECT row_number() OVER (ORDER BY o.id), v.product_id, o.customer_id, 5 - o.id % 4, ELT(1 + o.id % 4, 'As described.', 'Came quickly, well packed.', 'Nicer than on the picture.', 'Good, but the colour is not quite right.')
FROM orders o
JOIN order_items i ON i.order_id = o.id AND i.line_no = 1
JOIN product_variants v ON v.id = i.variant_id
WHERE o.id % 3 = 0;

-- ----------------------------------------------------------------------------------------------------
-- Rows: pages, newsletters, webhooks.

INSERT INTO pages (id, merchant_id, template_id, slug)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 3)
SELECT (m.id - 1) * 3 + s.n, m.id, s.n, ELT(s.n, 'about-us', 'returns-and-refunds', 'contact')
FROM merchants m
JOIN s ON TRUE;

INSERT INTO page_translations (page_id, language_code, title, body)
SELECT p.id, t.language_code, replace(p.slug, '-', ' '), concat('Everything about ', replace(p.slug, '-', ' '), '.')
FROM pages p
JOIN merchant_settings t ON t.merchant_id = p.merchant_id;

INSERT INTO newsletters (id, merchant_id, subject, sent_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 3)
SELECT row_number() OVER (ORDER BY m.id, s.n), m.id, ELT(s.n, 'Spring is here', 'Our summer list', 'Presents for everyone'), CASE WHEN s.n < 3 THEN TIMESTAMPADD(MINUTE, m.id * 60 + s.n * 90000, '2026-01-01 08:00:00') END
FROM merchants m
JOIN s ON s.n <= 1 + m.id % 3;

INSERT INTO newsletter_subscribers (id, merchant_id, customer_id, email)
SELECT c.id, c.merchant_id, CASE WHEN c.id % 4 > 0 THEN c.id END, c.email
FROM customers c
WHERE c.id % 2 = 0;

INSERT INTO webhooks (id, merchant_id, kind, url)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 2)
SELECT row_number() OVER (ORDER BY m.id, s.n), m.id, ELT(s.n, 'order.created', 'product.changed'), concat('https://hooks.', m.subdomain, '.example/', s.n)
FROM merchants m
JOIN s ON s.n <= m.id % 3;

INSERT INTO webhook_deliveries (id, webhook_id, status, delivered_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 8)
SELECT row_number() OVER (ORDER BY w.id, s.n), w.id, CASE WHEN (w.id + s.n) % 9 = 0 THEN 503 ELSE 200 END, TIMESTAMPADD(MINUTE, w.id * 331 + s.n * 3607, '2026-01-01 08:00:00')
FROM webhooks w
JOIN s ON TRUE;

-- ----------------------------------------------------------------------------------------------------
-- Rows: client data without declared keys.

INSERT INTO invoices (id, merchant_id, order_id, number, issued_on)
SELECT p.id, o.merchant_id, o.id, concat('I-', 5000 + p.id), DATE_ADD(DATE '2026-01-01', INTERVAL o.id DIV 3 DAY)
FROM payments p
JOIN orders o ON o.id = p.order_id;

-- Their orders were deleted.
INSERT INTO invoices (id, merchant_id, order_id, number, issued_on) VALUES
  (9001, 4, 90001, 'I-9001', '2026-03-02'), (9002, 11, 90002, 'I-9002', '2026-03-09'), (9003, 11, 90003, 'I-9003', '2026-03-09');

INSERT INTO audit_logs (id, merchant_id, staff_id, action, details, logged_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 6)
SELECT row_number() OVER (ORDER BY f.id, s.n), f.merchant_id, f.id, ELT(1 + (f.id + s.n) % 5, 'login', 'product.update', 'order.cancel', 'price.update', 'login'), '{"from": "192.0.2.10"}', TIMESTAMPADD(MINUTE, f.id * 71 + s.n * 8009, '2026-01-01 08:00:00')
FROM staff f
JOIN s ON s.n <= 3 + f.id % 4;

INSERT INTO comments (id, commentable_type, commentable_id, author, text)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 210)
SELECT s.n, ELT(1 + s.n % 3, 'Product', 'Page', 'Order'), 1 + s.n * 7 % 130, concat('person', s.n % 60), ELT(1 + s.n % 4, 'Is this still available?', 'Please call the customer back.', 'Translation missing.', 'Thank you!')
FROM s;

-- ----------------------------------------------------------------------------------------------------
-- Rows: neutral.

INSERT INTO fx_rates (base_code, quote_code, day, rate)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 240)
SELECT 'EUR', ELT(1 + s.n % 8, 'PLN', 'CZK', 'GBP', 'CHF', 'SEK', 'USD', 'JPY', 'AUD'), DATE_ADD(DATE '2026-01-01', INTERVAL s.n DIV 8 DAY), 1 + s.n % 8 + s.n * 0.001
FROM s;

INSERT INTO blocklist_sources (id, name) VALUES
  (1, 'Own incidents'), (2, 'Partner list'), (3, 'Honeypot');

INSERT INTO blocked_ips (source_id, ip, added_on)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 150)
SELECT 1 + s.n % 3, concat('203.0.113.', s.n), DATE_ADD(DATE '2026-01-01', INTERVAL s.n DAY)
FROM s;

INSERT INTO geo_regions (id, name) VALUES
  (101, 'Central Europe'), (102, 'Northern Europe'), (103, 'Southern Europe'), (104, 'Western Europe'), (201, 'North America'), (301, 'East Asia');

INSERT INTO geo_ip_ranges (first_ip, last_ip, region_id)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 120)
SELECT 3405803776 + s.n * 256, 3405803776 + s.n * 256 + 255, ELT(1 + s.n % 6, 101, 102, 103, 104, 201, 301)
FROM s;

INSERT INTO backoffice_users (id, email) VALUES
  (1, 'ada@back-office.example'), (2, 'bela@back-office.example'), (3, 'cleo@back-office.example'), (4, 'dora@back-office.example'), (5, 'emil@back-office.example');

INSERT INTO backoffice_tickets (id, user_id, about, subject, opened_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 80)
SELECT s.n, 1 + s.n % 5, m.subdomain, ELT(1 + s.n % 4, 'Payout is late', 'Cannot log in', 'Wants another plan', 'Slow catalog'), TIMESTAMPADD(MINUTE, s.n * 4001, '2026-01-01 08:00:00')
FROM s
JOIN merchants m ON m.id = 1 + s.n * 7 % 40;

INSERT INTO feature_flags (name, is_on) VALUES
  ('bulk-edit', TRUE), ('dark-theme', TRUE), ('gift-wrap', TRUE),
  ('instant-payout', FALSE), ('new-checkout', TRUE), ('split-orders', FALSE);

INSERT INTO feature_flag_changes (id, flag_name, user_id, turned_on, changed_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 40)
SELECT s.n, ELT(1 + s.n % 6, 'bulk-edit', 'dark-theme', 'gift-wrap', 'instant-payout', 'new-checkout', 'split-orders'), 1 + s.n % 5, s.n % 2 = 0, TIMESTAMPADD(MINUTE, s.n * 6007, '2026-01-01 08:00:00')
FROM s;

INSERT INTO schema_migrations (version) VALUES
  ('20190301'), ('20190412'), ('20190830'), ('20200117'), ('20200909'), ('20210226'),
  ('20211103'), ('20220614'), ('20230208'), ('20240321'), ('20250519'), ('20260704');

INSERT INTO orders_2019_bak (id, merchant_id, customer_id, number, total, placed_at)
WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 180)
SELECT s.n, 1 + s.n % 9, 1 + s.n % 60, concat('O-', s.n), s.n * 37 % 180 + 9.90, TIMESTAMP '2019-11-05 10:00:00'
FROM s;
