-- What PostgreSQL 16 to 18 brought. Root: clients.
CREATE EXTENSION btree_gist;
CREATE TABLE public.cities (id uuid DEFAULT uuidv7() PRIMARY KEY, name text CONSTRAINT "has a name" NOT NULL NO INHERIT);
CREATE TABLE public.clients (
  id integer PRIMARY KEY,
  city_id uuid,
  amount numeric CONSTRAINT amount_set NOT NULL,
  twice numeric GENERATED ALWAYS AS (amount * 2) VIRTUAL,
  CONSTRAINT amount_positive CHECK (amount > 0) NOT ENFORCED,
  CONSTRAINT clients_city FOREIGN KEY (city_id) REFERENCES public.cities (id) NOT ENFORCED
);
ALTER TABLE public.clients ADD CONSTRAINT city_set NOT NULL city_id NOT VALID;
CREATE TABLE public.stays (
  client_id integer NOT NULL REFERENCES public.clients (id),
  during daterange NOT NULL,
  CONSTRAINT stays_pk PRIMARY KEY (client_id, during WITHOUT OVERLAPS)
);
CREATE TABLE public.meals (
  client_id integer NOT NULL, during daterange NOT NULL, dish text,
  CONSTRAINT meals_stay FOREIGN KEY (client_id, PERIOD during) REFERENCES public.stays (client_id, PERIOD during)
);
CREATE TABLE public.jobs (id integer PRIMARY KEY, what text);
