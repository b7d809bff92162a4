package org.cleanplate.training.data.augment;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cleanplate.training.data.image.FloatImage;

/** What compression leaves of a picture. */
final class JpegTrace {
  private JpegTrace() {}

  /** Compresses and unpacks a picture of three planes. */
  static FloatImage of(FloatImage image, double quality) {
    try {
      return unpack(
          ImageIO.read(
              new MemoryCacheImageInputStream(new ByteArrayInputStream(pack(image, quality)))));
    } catch (IOException e) {
      throw new UncheckedIOException("JPEG in memory failed", e);
    }
  }

  private static byte[] pack(FloatImage image, double quality) throws IOException {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    int pixels = image.pixels();
    for (int i = 0; i < bytes.length; i++) {
      float value = image.values()[(2 - i % 3) * pixels + i / 3];
      bytes[i] = (byte) (Math.max(0, Math.min(1, value)) * 255 + 0.5f);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ByteArrayOutputStream packed = new ByteArrayOutputStream();
        MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(packed)) {
      ImageWriteParam options = writer.getDefaultWriteParam();
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionQuality((float) quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), options);
      stream.flush();
      return packed.toByteArray();
    } finally {
      writer.dispose();
    }
  }

  private static FloatImage unpack(BufferedImage picture) {
    FloatImage image = FloatImage.zeros(picture.getWidth(), picture.getHeight(), 3);
    int[] pixels = picture.getRaster().getPixels(0, 0, image.width(), image.height(), (int[]) null);
    for (int i = 0; i < pixels.length; i++) {
      image.values()[i % 3 * image.pixels() + i / 3] = pixels[i] / 255f;
    }
    return image;
  }
}
