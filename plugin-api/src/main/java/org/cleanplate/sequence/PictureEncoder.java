package org.cleanplate.sequence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns pictures into the bytes of a file, with a text that describes them. */
final class PictureEncoder {
  private final SequenceFormat format;
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
  private String description = "";

  PictureEncoder(SequenceFormat format) {
    this.format = format;
  }

  /** The text that pictures carry from now on; empty for none. */
  void describe(String text) {
    description = text;
  }

  /** The bytes of the file, valid until the next call. */
  ByteArrayOutputStream encode(BufferedImage image) throws IOException {
    encoded.reset();
    ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
    ImageWriter writer =
        ImageIO.getImageWriters(type, format.name().toLowerCase(Locale.ROOT)).next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(encoded)) {
      ImageWriteParam options = writer.getDefaultWriteParam();
      if (format == SequenceFormat.TIFF) {
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionType("LZW");
      }
      IIOMetadata metadata =
          description.isEmpty() ? null : described(writer.getDefaultImageMetadata(type, options));
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, metadata), options);
    } finally {
      writer.dispose();
    }
    return encoded;
  }

  private IIOMetadata described(IIOMetadata metadata) throws IOException {
    if (format == SequenceFormat.TIFF) {
      TIFFTag tag =
          BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_IMAGE_DESCRIPTION);
      TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
      directory.addTIFFField(
          new TIFFField(tag, TIFFTag.TIFF_ASCII, 1, new String[] {ascii(description)}));
      return directory.getAsMetadata();
    }
    IIOMetadataNode entry = new IIOMetadataNode("TextEntry");
    entry.setAttribute("keyword", "Description");
    entry.setAttribute("value", description);
    IIOMetadataNode text = new IIOMetadataNode("Text");
    text.appendChild(entry);
    IIOMetadataNode root = new IIOMetadataNode(IIOMetadataFormatImpl.standardMetadataFormatName);
    root.appendChild(text);
    metadata.mergeTree(IIOMetadataFormatImpl.standardMetadataFormatName, root);
    return metadata;
  }

  /** TIFF allows no other characters; those are written as Java and JSON do. */
  private static String ascii(String text) {
    return text.chars()
        .mapToObj(c -> c < 128 ? Character.toString(c) : String.format("\\u%04x", c))
        .collect(Collectors.joining());
  }
}
