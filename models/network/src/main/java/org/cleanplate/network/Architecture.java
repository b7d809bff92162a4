package org.cleanplate.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cleanplate.MattingException;

/**
 * All that sets one network apart from another; the rest is in the weights. Published checkpoints
 * are {@link #published}; smaller ones narrow the channels.
 *
 * @param backbone the encoder
 * @param width factor on the encoder's channels, rounded to multiples of 8 as torchvision does;
 *     MobileNetV2 only
 * @param asppChannels channels of the atrous pyramid
 * @param decoderChannels channels after the decoder's first three convolutions
 * @param hiddenChannels channels the base hands to the refiner besides alpha, foreground and error
 * @param refinerChannels channels after the refiner's first three convolutions
 * @param refinerKernel size of the refiner's convolutions: 1 or 3
 */
public record Architecture(
    Backbone backbone,
    double width,
    int asppChannels,
    List<Integer> decoderChannels,
    int hiddenChannels,
    List<Integer> refinerChannels,
    int refinerKernel) {

  /** Source and plate, three channels each. */
  public static final int INPUT_CHANNELS = 6;

  /** Alpha, foreground residual and error: what the base predicts before the hidden channels. */
  public static final int COARSE_CHANNELS = 5;

  public Architecture {
    decoderChannels = List.copyOf(decoderChannels);
    refinerChannels = List.copyOf(refinerChannels);
    require(width > 0 && width <= 4, "width", width, "a number over 0 and up to 4");
    require(
        width == 1 || backbone == Backbone.MOBILENETV2, "width", width, "1 for " + backbone.id());
    require(inRange(asppChannels), "asppChannels", asppChannels, "1 to 4096");
    require(areThree(decoderChannels), "decoderChannels", decoderChannels, "three, 1 to 4096");
    require(inRange(hiddenChannels), "hiddenChannels", hiddenChannels, "1 to 4096");
    require(areThree(refinerChannels), "refinerChannels", refinerChannels, "three, 1 to 4096");
    require(refinerKernel == 1 || refinerKernel == 3, "refinerKernel", refinerKernel, "1 or 3");
  }

  /** The architecture of the authors' checkpoints. */
  public static Architecture published(Backbone backbone, int refinerKernel) {
    return new Architecture(
        backbone, 1, 256, List.of(128, 64, 48), 32, List.of(24, 16, 12), refinerKernel);
  }

  /**
   * The architecture of the bundled default: 1.1 million parameters. With 11 hidden channels the
   * base's last convolution has 16 outputs and the refiner's first 16 inputs beside the pictures: a
   * CPU computes channels in blocks of 16, so one more would cost as much as 16 more.
   */
  public static Architecture slim() {
    return new Architecture(
        Backbone.MOBILENETV2, 0.5, 96, List.of(64, 32, 24), 11, List.of(16, 16, 12), 3);
  }

  /** Channels of an encoder stage after the width factor (torchvision's _make_divisible). */
  public int scaled(int channels) {
    if (width == 1) {
      return channels;
    }
    double wanted = channels * width;
    int rounded = Math.max(8, (int) (wanted + 4) / 8 * 8);
    return rounded < 0.9 * wanted ? rounded + 8 : rounded;
  }

  /** Channels of the decoder's last convolution: alpha, foreground, error, hidden. */
  public int baseOutputChannels() {
    return COARSE_CHANNELS + hiddenChannels;
  }

  /** The form stored in a weights file: one {@code key=value} each. */
  public Map<String, String> toMetadata() {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("backbone", backbone.id());
    metadata.put("width", Double.toString(width));
    metadata.put("asppChannels", Integer.toString(asppChannels));
    metadata.put("decoderChannels", join(decoderChannels));
    metadata.put("hiddenChannels", Integer.toString(hiddenChannels));
    metadata.put("refinerChannels", join(refinerChannels));
    metadata.put("refinerKernel", Integer.toString(refinerKernel));
    return metadata;
  }

  /**
   * The inverse of {@link #toMetadata()}; other keys are ignored.
   *
   * @throws MattingException naming the key that is missing or wrong
   */
  public static Architecture fromMetadata(Map<String, String> metadata) {
    String backboneId = value(metadata, "backbone");
    try {
      return new Architecture(
          Backbone.valueOf(backboneId.toUpperCase(Locale.ROOT)),
          Double.parseDouble(value(metadata, "width")),
          Integer.parseInt(value(metadata, "asppChannels")),
          split(value(metadata, "decoderChannels")),
          Integer.parseInt(value(metadata, "hiddenChannels")),
          split(value(metadata, "refinerChannels")),
          Integer.parseInt(value(metadata, "refinerKernel")));
    } catch (IllegalArgumentException e) {
      throw new MattingException(
          "The architecture in the file's metadata cannot be read: " + metadata, e);
    }
  }

  private static String value(Map<String, String> metadata, String key) {
    String value = metadata.get(key);
    if (value == null) {
      throw new MattingException(
          "The file's metadata has no \"" + key + "\", found " + metadata.keySet());
    }
    return value;
  }

  private static String join(List<Integer> numbers) {
    return String.join(",", numbers.stream().map(String::valueOf).toList());
  }

  private static List<Integer> split(String numbers) {
    return List.of(numbers.split(",")).stream().map(String::strip).map(Integer::valueOf).toList();
  }

  private static boolean inRange(int channels) {
    return channels >= 1 && channels <= 4096;
  }

  private static boolean areThree(List<Integer> channels) {
    return channels.size() == 3 && channels.stream().allMatch(Architecture::inRange);
  }

  private static void require(boolean good, String what, Object found, String expected) {
    if (!good) {
      throw new MattingException(
          "The architecture's " + what + " is " + found + ", expected " + expected);
    }
  }
}
