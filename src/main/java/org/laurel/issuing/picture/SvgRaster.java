package org.laurel.issuing.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Draws an SVG as pixels, once {@link SvgCensus} has found nothing in it that is not taken. Drawing has a thread of its own,
 * which is left behind when it takes too long; no more than two may be.
 */
final class SvgRaster {
    private static final int SECONDS = 5;
    private static final Semaphore DRAWING = new Semaphore(2);

    private SvgRaster() {}

    static BufferedImage draw(byte[] svg) throws PictureException {
        SvgCensus.check(svg);
        if (!DRAWING.tryAcquire()) {
            throw new PictureException("two other drawings are being made; send it again in a moment");
        }
        FutureTask<BufferedImage> task = new FutureTask<>(() -> {
            try {
                return drawn(svg);
            } finally {
                DRAWING.release();
            }
        });
        Thread thread = new Thread(task, "svg");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new PictureException("drawing it takes longer than " + SECONDS + " seconds");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PictureException known) {
                throw known;
            }
            throw new PictureException("the SVG cannot be drawn");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PictureException("the service is stopping; send it again in a moment");
        }
    }

    private static BufferedImage drawn(byte[] svg) throws PictureException {
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .documentLimits(new DocumentLimits(64, 8, 20_000))
                .build();
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg), null, context);
        if (document == null) {
            throw new PictureException("the SVG cannot be read");
        }
        double width = document.size().getWidth();
        double height = document.size().getHeight();
        if (!(width > 0 && height > 0 && width < 1e6 && height < 1e6) || width / height > 10 || height / width > 10) {
            throw new PictureException("the SVG needs a width and a height, neither ten times the other");
        }
        double scale = CleanPicture.LONGEST / Math.max(width, height);
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.renderWithPlatform(
                    NullPlatformSupport.INSTANCE, graphics, new ViewBox(image.getWidth(), image.getHeight()));
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
