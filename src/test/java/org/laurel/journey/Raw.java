package org.laurel.journey;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;

/** Bodies that go out as they are, whatever their media type. */
final class Raw {
    static final RestAssuredConfig BODIES = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/vc", ContentType.TEXT)
                    .encodeContentTypeAs("application/vc+jwt", ContentType.TEXT)
                    .encodeContentTypeAs("application/jwt", ContentType.TEXT));

    private Raw() {}
}
