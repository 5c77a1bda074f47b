package org.laurel.hosting.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A link as a QR code (ISO/IEC 18004): error correction M, four modules of quiet, dark on light whatever the page's colours are. */
public final class QrPicture {
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    private static final int DOTS = 10;

    private QrPicture() {}

    /** As SVG. */
    public static byte[] svg(String url) {
        BitMatrix modules = modules(url);
        int side = modules.getWidth();
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(side)
                .append(' ')
                .append(side)
                .append("\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h")
                .append(side)
                .append('v')
                .append(side)
                .append("H0Z\"/><path fill=\"#000\" d=\"");
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (modules.get(x, y)) {
                    svg.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return svg.append("\"/></svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As PNG of two colours, ten dots a module. */
    public static byte[] png(String url) {
        BitMatrix modules = modules(url);
        int side = modules.getWidth() * DOTS;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                picture.setRGB(x, y, modules.get(x / DOTS, y / DOTS) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return DrawnPng.bytes(picture);
    }

    private static BitMatrix modules(String url) {
        try {
            return new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("the address is too long for a QR code", e);
        }
    }
}
