-- What PostgreSQL 15 brought. Root: clients.
CREATE TABLE public.cities (id integer PRIMARY KEY, name text, twin integer, UNIQUE NULLS NOT DISTINCT (name, twin));
CREATE UNIQUE INDEX cities_twin ON public.cities (twin) NULLS NOT DISTINCT WHERE (name IS NOT NULL);
CREATE TABLE public.clients (
  id integer PRIMARY KEY, region integer NOT NULL, city_id integer REFERENCES public.cities (id),
  UNIQUE (region, id)
);
CREATE TABLE public.orders (
  id integer PRIMARY KEY, region integer NOT NULL, client_id integer,
  CONSTRAINT orders_client FOREIGN KEY (region, client_id) REFERENCES public.clients (region, id) ON DELETE SET NULL (client_id)
);
CREATE UNLOGGED TABLE public.cache (id serial PRIMARY KEY, body text);
CREATE UNLOGGED SEQUENCE public.quick;
CREATE VIEW public.mine WITH (security_invoker='true') AS SELECT clients.id FROM public.clients;
