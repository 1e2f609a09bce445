package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decisions;
import dev.shardwright.model.Schema;
import dev.shardwright.model.TableName;
import dev.shardwright.testing.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Missing keys and roots in naming styles that the rules were not made on: all keys are dropped and
 * must be found again.
 */
class NamingStylesTest {
  private static final double SHOWN = 0.7;

  /** By style: the root, and the schema with its keys. */
  private static final Map<String, List<String>> STYLES =
      new TreeMap<>(
          Map.of(
              "rails",
              List.of(
                  "accounts",
                  """
                  accounts(id, name:text, owner_id -> users)
                  users(id, account_id -> accounts!, email:text, invited_by_id -> users)
                  people(id, account_id -> accounts!, name:text)
                  addresses(id, person_id -> people!, country_id -> countries, street:text)
                  countries(id, name:text)
                  projects(id, account_id -> accounts!, manager_id -> users, parent_id -> projects)
                  milestones(id, project_id -> projects!, due_on:date)
                  tasks(id, project_id -> projects!, milestone_id -> milestones,
                    assignee_id -> users, created_by_id -> users, position:int)
                  comments(id, commentable_type:text, commentable_id:bigint, author_id -> users)
                  tags(id, account_id -> accounts!, name:text)
                  taggings(id, tag_id -> tags!, taggable_type:text, taggable_id:bigint)
                  categories(id, parent_id -> categories, name:text)
                  categorizations(id, category_id -> categories!, project_id -> projects!)
                  statuses(id, name:text)
                  tickets(id, status_id -> statuses, task_id -> tasks, external_id:text)
                  analyses(id, project_id -> projects!)
                  measurements(id, analysis_id -> analyses!, value:decimal)
                  media(id, account_id -> accounts!, uploader_id -> users)
                  webhook_deliveries(id, webhook_id -> webhooks!, request_id:text, response_code:int)
                  webhooks(id, account_id -> accounts!)
                  """),
              "django",
              List.of(
                  "shop_customer",
                  """
                  auth_user(id, username:text)
                  auth_group(id, name:text)
                  auth_permission(id, content_type_id -> django_content_type!)
                  auth_user_groups(id, user_id -> auth_user!, group_id -> auth_group!)
                  auth_group_permissions(id, group_id -> auth_group!,
                    permission_id -> auth_permission!)
                  django_content_type(id, app_label:text, model:text)
                  django_admin_log(id, content_type_id -> django_content_type,
                    user_id -> auth_user!, object_id:text)
                  shop_customer(id, user_id -> auth_user)
                  shop_address(id, customer_id -> shop_customer!)
                  shop_order(id, customer_id -> shop_customer!,
                    billing_address_id -> shop_address, shipping_address_id -> shop_address)
                  shop_orderline(id, order_id -> shop_order!, product_id -> shop_product!)
                  shop_product(id, category_id -> shop_category)
                  shop_category(id, parent_id -> shop_category)
                  shop_payment(id, order_id -> shop_order!, transaction_id:text)
                  shop_review(id, product_id -> shop_product!, customer_id -> shop_customer!,
                    moderated_by_id -> auth_user)
                  blog_category(id)
                  blog_entry(id, author_id -> auth_user!, category_id -> blog_category!)
                  """),
              "hibernate",
              List.of(
                  "Customer",
                  """
                  Customer(id, loginName:text)
                  AppUser(id, customerId -> Customer!)
                  Address(id, customerId -> Customer!, countryId -> Country!)
                  Country(id, isoCode:text)
                  CustomerOrder(id, customerId -> Customer!, shippingAddressId -> Address,
                    billingAddressId -> Address, createdBy -> AppUser)
                  OrderItem(id, customerOrderId -> CustomerOrder!, productId -> Product!)
                  Product(id, productCategoryId -> ProductCategory, supplierId -> Supplier)
                  ProductCategory(id, parentCategoryId -> ProductCategory)
                  Supplier(id, taxNumber:text)
                  Shipment(id, orderItemId -> OrderItem!, carrierId -> Carrier)
                  Carrier(id)
                  """),
              "german",
              List.of(
                  "KUNDEN",
                  """
                  KUNDEN(KUNDNR!, NAME1:text, pk[KUNDNR])
                  VERTRETER(VERTRNR!, NAME1:text, pk[VERTRNR])
                  WARENGRUPPE(WGRNR!, BEZ:text, pk[WGRNR])
                  LIEFERANT(LIEFNR!, NAME1:text, pk[LIEFNR])
                  ARTIKEL(ARTNR!, WGRNR -> WARENGRUPPE.WGRNR, LIEFNR -> LIEFERANT.LIEFNR,
                    pk[ARTNR])
                  AUFTRAG(AUFTRNR!, KUNDNR -> KUNDEN.KUNDNR!, VERTRNR -> VERTRETER.VERTRNR,
                    pk[AUFTRNR])
                  AUFTRPOS(AUFTRNR -> AUFTRAG.AUFTRNR!, POSNR:int!, ARTNR -> ARTIKEL.ARTNR!,
                    MENGE:int, pk[AUFTRNR POSNR])
                  RECHNUNG(RECHNR!, AUFTRNR -> AUFTRAG.AUFTRNR!, KUNDNR -> KUNDEN.KUNDNR!,
                    MAHNSTUFE:int, pk[RECHNR])
                  ZAHLUNG(ZAHLNR!, RECHNR -> RECHNUNG.RECHNR!, BLZ:int, pk[ZAHLNR])
                  """),
              "prefixed",
              List.of(
                  "tbl_client",
                  """
                  tbl_client(client_id!, client_name:text, pk[client_id])
                  tbl_department(department_id!, title:text, pk[department_id])
                  tbl_employee(employee_id!, manager_id -> tbl_employee.employee_id,
                    department_id -> tbl_department.department_id, pk[employee_id])
                  tbl_supplier(supplier_id!, city:text, pk[supplier_id])
                  tbl_product(product_id!, fk_supplier_id -> tbl_supplier.supplier_id,
                    pk[product_id])
                  tbl_invoice(invoice_id!, client_id -> tbl_client.client_id!,
                    created_by -> tbl_employee.employee_id, pk[invoice_id])
                  tbl_invoice_item(item_id!, invoice_id -> tbl_invoice.invoice_id!,
                    product_id -> tbl_product.product_id!, pk[item_id])
                  tbl_client_note(note_id!, client_id -> tbl_client.client_id!, session_id:text,
                    pk[note_id])
                  """),
              "composite",
              List.of(
                  "tenants",
                  """
                  tenants(tenant_id!, name:text, pk[tenant_id])
                  users(tenant_id -> tenants.tenant_id!, user_id!, pk[tenant_id user_id])
                  folders(tenant_id -> tenants.tenant_id!, folder_id!, pk[tenant_id folder_id])
                  documents(tenant_id!, document_id!, folder_id!, owner_user_id!,
                    pk[tenant_id document_id],
                    [tenant_id folder_id] -> folders[tenant_id folder_id],
                    [tenant_id owner_user_id] -> users[tenant_id user_id])
                  versions(tenant_id!, document_id!, version_no:int!,
                    pk[tenant_id document_id version_no],
                    [tenant_id document_id] -> documents[tenant_id document_id])
                  shares(tenant_id!, document_id!, user_id!,
                    pk[tenant_id document_id user_id],
                    [tenant_id document_id] -> documents[tenant_id document_id],
                    [tenant_id user_id] -> users[tenant_id user_id])
                  """)));

  @Test
  void keysAreFoundInStylesThatTheRulesWereNotMadeOn() {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    StringBuilder told = new StringBuilder();
    for (Map.Entry<String, List<String>> style : STYLES.entrySet()) {
      Schema schema = Schemas.parse(style.getValue().getLast());
      Set<String> real = new TreeSet<>();
      schema.relations().forEach(r -> real.add(edge(r.child(), r.childColumns(), r.parent())));
      Set<String> found = new TreeSet<>();
      Schema bare = schema.with(schema.tables(), List.of());
      KeySuggestions.of(bare, List.of(), Decisions.NONE).stream()
          .filter(s -> s.confidence() >= SHOWN)
          .forEach(s -> found.add(edge(s.child(), s.childColumns(), s.parent())));
      Set<String> both = new TreeSet<>(found);
      both.retainAll(real);
      right += both.size();
      wrong += found.size() - both.size();
      missed += real.size() - both.size();
      Set<String> lost = new TreeSet<>(real);
      lost.removeAll(found);
      Set<String> invented = new TreeSet<>(found);
      invented.removeAll(real);
      told.append("%s: missed %s, wrong %s%n".formatted(style.getKey(), lost, invented));
    }
    double precision = right / (double) (right + wrong);
    double recall = right / (double) (right + missed);
    told.append("precision %.3f, recall %.3f".formatted(precision, recall));

    assertThat(precision).describedAs("%s", told).isGreaterThanOrEqualTo(0.9);
    assertThat(recall).describedAs("%s", told).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void theRootIsAmongTheFirstThree() {
    STYLES.forEach((style, schema) ->
        assertThat(RootAdvisor.rank(Schemas.parse(schema.getLast())).stream().limit(3).toList())
            .as(style)
            .anyMatch(c -> c.table().name().equals(schema.getFirst())));
  }

  private static String edge(TableName child, List<String> columns, TableName parent) {
    return child.name() + columns.stream().sorted().toList() + "->" + parent.name();
  }
}
