package org.laurel.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String KEY = "ZGV2ZWxvcG1lbnQtb25seS1tYXN0ZXIta2V5LTAwMDE=";
    private static final String DATABASE = "postgresql://db.example.org:5432/laurel";

    @Test
    void an_empty_environment_gives_a_local_service_with_its_own_database() {
        Settings settings = Settings.of(Map.of());
        assertThat(settings.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.database()).isEmpty();
        assertThat(settings.adminToken()).isEmpty();
        assertThat(settings.masterKey()).isEmpty();
        assertThat(settings.httpPort()).isEqualTo(8080);
    }

    @Test
    void every_setting_has_its_name() {
        Settings settings = Settings.of(Map.of(
                "LAUREL_BASE_URL", "https://badges.example.org/",
                "LAUREL_DATA_DIR", "target/somewhere/../else",
                "LAUREL_DATABASE_URL", DATABASE,
                "LAUREL_DATABASE_USERNAME", "ada",
                "LAUREL_DATABASE_PASSWORD", "secret-word",
                "LAUREL_DATABASE_CA", "pom.xml",
                "LAUREL_ADMIN_TOKEN", "a-token-of-24-characters",
                "LAUREL_MASTER_KEY", KEY,
                "LAUREL_HTTP_PORT", "9999",
                "LAUREL_DEMO", "true"));
        assertThat(settings.baseUrl()).isEqualTo("https://badges.example.org");
        assertThat(settings.dataDir()).isEqualTo(Path.of("target/else").toAbsolutePath());
        Settings.Database database = settings.database().orElseThrow();
        assertThat(database.url()).isEqualTo(DATABASE);
        assertThat(database.username()).isEqualTo("ada");
        assertThat(database.password()).isEqualTo("secret-word");
        assertThat(database.certificateAuthority()).contains(Path.of("pom.xml"));
        assertThat(settings.adminToken()).contains("a-token-of-24-characters");
        assertThat(settings.masterKey()).contains(KEY);
        assertThat(settings.httpPort()).isEqualTo(9999);
    }

    @Test
    void a_database_has_defaults_and_shows_no_password() {
        Settings settings = Settings.of(Map.of("LAUREL_DATABASE_URL", DATABASE, "LAUREL_MASTER_KEY", KEY));
        Settings.Database database = settings.database().orElseThrow();
        assertThat(database.username()).isEqualTo("laurel");
        assertThat(database.password()).isEmpty();
        assertThat(database.certificateAuthority()).isEmpty();
        assertThat(new Settings.Database(DATABASE, "ada", "secret-word", java.util.Optional.empty()).toString())
                .doesNotContain("secret-word");
    }

    @Test
    void what_is_left_blank_is_not_set() {
        Settings settings = Settings.of(Map.of(
                "LAUREL_BASE_URL", "https://badges.example.org",
                "LAUREL_DATABASE_URL", "",
                "LAUREL_ADMIN_TOKEN", " ",
                "LAUREL_MASTER_KEY", "",
                "LAUREL_FETCH_ALLOW", ""));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.adminToken()).isEmpty();
        assertThat(settings.masterKey()).isEmpty();
    }

    @Test
    void a_registry_is_a_form_and_an_address() {
        String good = "did-map https://a.example/registry.json, federation https://b.example";
        assertThat(Settings.of(Map.of("LAUREL_TRUST_REGISTRIES", good)).baseUrl())
                .isNotEmpty();
        refuses(Map.of("LAUREL_TRUST_REGISTRIES", "https://a.example/registry.json"), "LAUREL_TRUST_REGISTRIES");
        refuses(Map.of("LAUREL_TRUST_REGISTRIES", "did-map ftp://a.example"), "LAUREL_TRUST_REGISTRIES");
        refuses(Map.of("LAUREL_BATCH_ROWS_KEPT", "90 days"), "LAUREL_BATCH_ROWS_KEPT");
        refuses(Map.of("LAUREL_BATCH_ROWS_KEPT", "-P1D"), "LAUREL_BATCH_ROWS_KEPT");
        refuses(Map.of("LAUREL_CITATION_REGISTER", "ftp://works.example"), "LAUREL_CITATION_REGISTER");
    }

    @Test
    void files_have_sizes_one_store_and_one_scanner() {
        refuses(Map.of("LAUREL_FILES_MOST", "much"), "LAUREL_FILES_MOST");
        refuses(Map.of("LAUREL_FILES_PER_PERSON", "0"), "LAUREL_FILES_PER_PERSON");
        refuses(Map.of("LAUREL_CLAMD_PORT", "0x1"), "LAUREL_CLAMD_PORT");
        refuses(Map.of("LAUREL_CLAMD_HOST", "clamd", "LAUREL_CLAMD_SOCKET", "/run/clamd"), "LAUREL_CLAMD_HOST");
        refuses(Map.of("LAUREL_FILES_S3_BUCKET", "evidence"), "LAUREL_FILES_S3_KEY");
        refuses(Map.of("LAUREL_FILES_S3_REGION", "eu-west-1"), "LAUREL_FILES_S3_BUCKET");
        Map<String, String> bucket = Map.of(
                "LAUREL_FILES_S3_BUCKET", "evidence", "LAUREL_FILES_S3_KEY", "id", "LAUREL_FILES_S3_SECRET", "secret");
        assertThat(Settings.of(bucket).baseUrl()).isNotEmpty();
        Map<String, String> wrong = new HashMap<>(bucket);
        wrong.put("LAUREL_FILES_S3_ENDPOINT", "s3.example/bucket");
        refuses(wrong, "LAUREL_FILES_S3_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://badges.example.org",
                "https://badges.example.org:8443",
                "http://localhost",
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "https://localhost:8443"
            })
    void takes_an_origin(String url) {
        assertThat(Settings.of(Map.of("LAUREL_BASE_URL", url)).baseUrl()).isEqualTo(url);
        assertThat(Settings.of(Map.of("LAUREL_BASE_URL", url + "/")).baseUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://badges.example.org/path",
                "https://badges.example.org//",
                "https://badges.example.org?query",
                "https://badges.example.org#fragment",
                "https://ada@badges.example.org",
                "https://203.0.113.7",
                "https://[2001:db8::1]",
                "https://Badges.example.org",
                "HTTPS://badges.example.org",
                "http://badges.example.org",
                "ftp://localhost",
                "badges.example.org",
                "https://",
                "https://badges.example.org:",
                "https://badges.example.org:0",
                "https://badges.example.org:65536",
                "https://not a host",
                ""
            })
    void refuses_what_no_did_could_be_made_of(String url) {
        refuses(Map.of("LAUREL_BASE_URL", url), "LAUREL_BASE_URL");
    }

    @Test
    void a_database_of_ones_own_needs_a_master_key() {
        refuses(Map.of("LAUREL_DATABASE_URL", DATABASE), "LAUREL_MASTER_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/laurel", "mysql://db/laurel", "db.example.org"})
    void refuses_another_kind_of_database(String url) {
        refuses(Map.of("LAUREL_DATABASE_URL", url, "LAUREL_MASTER_KEY", KEY), "LAUREL_DATABASE_URL");
    }

    @Test
    void an_authority_that_cannot_be_read_is_refused() {
        Map<String, String> environment = new HashMap<>(Map.of("LAUREL_DATABASE_URL", DATABASE));
        environment.put("LAUREL_MASTER_KEY", KEY);
        environment.put("LAUREL_DATABASE_CA", "no/such/file.pem");
        refuses(environment, "LAUREL_DATABASE_CA");
    }

    @Test
    void local_addresses_are_opened_in_development_only() {
        assertThat(Settings.of(Map.of("LAUREL_FETCH_ALLOW", "http://localhost:9999"))
                        .baseUrl())
                .startsWith("http:");
        refuses(
                Map.of("LAUREL_BASE_URL", "https://badges.example.org", "LAUREL_FETCH_ALLOW", "http://localhost:9999"),
                "LAUREL_FETCH_ALLOW");
    }

    @Test
    void a_provider_is_set_as_a_whole_or_not_at_all() {
        assertThat(Settings.of(provider("https://login.example.org/realms/district"))
                        .baseUrl())
                .isNotEmpty();
        assertThat(Settings.of(provider("http://localhost:9090")).baseUrl()).startsWith("http:");
        Map<String, String> some = provider("https://login.example.org");
        some.remove("LAUREL_OIDC_CLIENT_ID");
        some.put("LAUREL_OIDC_NAME", " ");
        assertThatThrownBy(() -> Settings.of(some))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("LAUREL_OIDC_CLIENT_ID, LAUREL_OIDC_NAME are missing")
                .hasMessageNotContaining("a-secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.org",
                "https://login.example.org?tenant=1",
                "https://login.example.org#top",
                "https://ada@login.example.org",
                "login.example.org",
                "https://not a host"
            })
    void the_issuer_of_a_provider_is_an_https_url(String issuer) {
        refuses(provider(issuer), "LAUREL_OIDC_ISSUER");
    }

    @Test
    void a_provider_on_this_machine_is_for_development() {
        Map<String, String> settings = provider("http://localhost:9090");
        settings.put("LAUREL_BASE_URL", "https://badges.example.org");
        refuses(settings, "LAUREL_OIDC_ISSUER");
    }

    private static Map<String, String> provider(String issuer) {
        return new HashMap<>(Map.of(
                "LAUREL_OIDC_ISSUER",
                issuer,
                "LAUREL_OIDC_CLIENT_ID",
                "laurel",
                "LAUREL_OIDC_CLIENT_SECRET",
                "a-secret",
                "LAUREL_OIDC_NAME",
                "Oak Hill"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", " true"})
    void the_demo_is_on_or_off(String demo) {
        refuses(Map.of("LAUREL_DEMO", demo), "LAUREL_DEMO");
    }

    @Test
    void a_short_admin_token_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> Settings.of(Map.of("LAUREL_ADMIN_TOKEN", "twenty-three-characters")))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("LAUREL_ADMIN_TOKEN")
                .hasMessageContaining("24")
                .hasMessageNotContaining("twenty-three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "http", "65536", "8080 "})
    void a_port_is_a_number(String port) {
        refuses(Map.of("LAUREL_HTTP_PORT", port), "LAUREL_HTTP_PORT");
    }

    private static void refuses(Map<String, String> environment, String variable) {
        assertThatThrownBy(() -> Settings.of(environment))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith(variable);
    }
}
