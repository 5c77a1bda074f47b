package org.laurel.notifying.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The settings of mail; off until a host is set. What the connection is made of is handed on to the mailer as it is. */
@ConfigMapping(prefix = "laurel.mail")
interface MailConfig {

    /** The mail server that takes our letters. */
    Optional<String> host();

    /** Its port. */
    @WithDefault("587")
    int port();

    /** As whom we sign in there. */
    Optional<String> username();

    /** With which password. */
    Optional<String> password();

    /** The address that letters come from. */
    Optional<String> from();

    /** How the connection is encrypted: {@code starttls} (must be), {@code tls} from its first byte, or {@code none}. */
    @WithDefault("starttls")
    String tls();

    /** How many letters a minute leave at most, from all machines together. */
    @WithDefault("60")
    int perMinute();

    /** The language of letters to people whose language nobody knows: {@code en} or {@code es}. */
    @WithDefault("en")
    String language();

    /** Whether letters are sent. */
    default boolean isOn() {
        return host().isPresent();
    }
}
