package org.laurel.issuing.picture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurel.shared.origin.BaseUrl;

/**
 * What a kept picture is called, in its address: {@code {base}/images/{issuer number}-{digest}.png}.
 *
 * @param issuerNo whose it is
 * @param digest SHA-256 of the PNG, in hexadecimal
 */
public record PictureName(int issuerNo, String digest) {
    private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,8})-([0-9a-f]{64})\\.png");

    /** Reads the last part of the address; empty when it is none. */
    public static Optional<PictureName> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new PictureName(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** Reads an address; empty when it is none of ours. */
    public static Optional<PictureName> of(String url, BaseUrl base) {
        String start = base.text() + "/images/";
        return url.startsWith(start) ? parse(url.substring(start.length())) : Optional.empty();
    }

    /** Its address. */
    public String url(BaseUrl base) {
        return base.text() + "/images/" + this;
    }

    @Override
    public String toString() {
        return issuerNo + "-" + digest + ".png";
    }
}
