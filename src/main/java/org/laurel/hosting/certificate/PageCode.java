package org.laurel.hosting.certificate;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** The QR code that leads from the paper to the page (ISO/IEC 18004): level M, four modules of white around it. */
final class PageCode {
    private static final int DOTS = 10;

    private PageCode() {}

    /** The code as a picture, two colours and ten dots a module, in a {@code data:} URL. */
    static String of(String url) {
        try {
            Map<EncodeHintType, Object> how =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);
            BitMatrix modules = new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, 0, 0, how);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the page's URL is too long for a QR code", e);
        }
    }

    private static byte[] png(BitMatrix modules) {
        int side = modules.getWidth() * DOTS;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                picture.setRGB(x, y, modules.get(x / DOTS, y / DOTS) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
