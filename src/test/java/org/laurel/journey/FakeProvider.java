package org.laurel.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Sha256;

/**
 * An OpenID Connect provider on this machine, as strict as a real one with codes, the client's secret and PKCE, and as
 * careless with its ID tokens as a test wants it.
 */
final class FakeProvider implements AutoCloseable {
    static final int PORT = 18_082;
    static final String ISSUER = "http://localhost:" + PORT + "/realm";
    static final String CLIENT = "laurel";
    static final String SECRET = "the-secret-of-the-client+/=";

    private final RSAKey key = key();
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final HttpServer server;

    /** Changes the claims of ID tokens before they are signed. */
    UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    /** Signs them. */
    Signing signing = claims -> signed(claims, key);
    /** Who has signed in there. */
    Somebody somebody = new Somebody("nobody", null, null);
    /** Whether addresses stand at the UserInfo endpoint only. */
    boolean apart;
    /** Whom the UserInfo endpoint speaks of; the same as the ID token when null. */
    @Nullable String other;

    FakeProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), PORT), 0);
        server.createContext("/realm/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext(
                "/realm/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/realm/token", this::token);
        server.createContext("/realm/userinfo", this::userInfo);
        server.start();
    }

    /** Somebody with an address, and whether it is vouched for. */
    record Somebody(
            String subject,
            @Nullable String email,
            @Nullable Boolean verified) {}

    /** What was asked for in the front. */
    private record Asked(Map<String, String> request, Somebody somebody) {}

    /** Makes a token of claims. */
    interface Signing {
        String of(JWTClaimsSet claims) throws JOSEException;
    }

    /** Where it leads back to after somebody has signed in there: path and query. */
    String signedIn(String address, Somebody who) {
        Map<String, String> request = query(URI.create(address).getRawQuery());
        String code = "code-" + count.incrementAndGet();
        codes.put(code, new Asked(request, who));
        somebody = who;
        return back(request) + "?code=" + code + "&state=" + request.get("state");
    }

    /** Where it leads back to after they would not. */
    static String denied(String address, String error) {
        Map<String, String> request = query(URI.create(address).getRawQuery());
        return back(request) + "?error=" + error + "&state=" + request.get("state");
    }

    private static String back(Map<String, String> request) {
        return URI.create(request.getOrDefault("redirect_uri", "")).getPath();
    }

    static Map<String, String> query(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            values.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    /** As if the very key were a shared secret. */
    String signedWithPublicKey(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    /** As if the client's secret were a key. */
    static String signedWithSecret(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(Sha256.of(SECRET)));
        return token.serialize();
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** By a key that nobody published, under the name of the one that is. */
    String forged(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate());
    }

    static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String metadata() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys","userinfo_endpoint":"%1$s/userinfo","response_types_supported":["code"],
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256","HS256","none"]}""".formatted(ISSUER);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Asked asked = codes.remove(form.getOrDefault("code", ""));
        if (asked == null || !isClient(exchange) || !isSame(form, asked.request())) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        try {
            answer(
                    exchange,
                    200,
                    "{\"token_type\":\"Bearer\",\"access_token\":\"the-access-token\",\"id_token\":\""
                            + signing.of(idToken(asked)) + "\"}");
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private JWTClaimsSet idToken(Asked asked) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(CLIENT)
                .subject(asked.somebody().subject())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", asked.request().get("nonce"));
        if (!apart) {
            builder.claim("email", asked.somebody().email())
                    .claim("email_verified", asked.somebody().verified());
        }
        return claims.apply(builder).build();
    }

    private static boolean isClient(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        String pair = CLIENT + ":the-secret-of-the-client%2B%2F%3D"; // RFC 6749 §2.3.1
        return given != null
                && given.equals("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isSame(Map<String, String> form, Map<String, String> request) {
        String verifier = form.getOrDefault("code_verifier", "");
        return "authorization_code".equals(form.get("grant_type"))
                && String.valueOf(form.get("redirect_uri")).equals(request.get("redirect_uri"))
                && Base64Url.encode(Sha256.of(verifier)).equals(request.get("code_challenge"));
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        if (!List.of("Bearer the-access-token")
                .equals(exchange.getRequestHeaders().get("Authorization"))) {
            answer(exchange, 401, "{}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"sub\":\"" + (other == null ? somebody.subject() : other) + "\",\"email\":\"" + somebody.email()
                        + "\",\"email_verified\":" + somebody.verified() + "}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
