package org.cleanplate.training;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;

/**
 * Size of the pictures of a batch, in pixels. Both sides are multiples of 4, as the refiner works
 * in blocks of 4x4.
 */
public record CropSize(int width, int height) {
  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
  private static final int LEAST = 64;
  private static final int MOST = 4096;

  public CropSize {
    if (!valid(width) || !valid(height)) {
      throw new MattingException(
          "A crop is "
              + width
              + "x"
              + height
              + " pixels, expected sides that are multiples of 4 from "
              + LEAST
              + " to "
              + MOST);
    }
  }

  private static boolean valid(int side) {
    return side >= LEAST && side <= MOST && side % 4 == 0;
  }

  /**
   * Reads {@code 192x144}: width, then height.
   *
   * @throws MattingException if it is no size or none that can be trained on
   */
  public static CropSize parse(String text) {
    Matcher size = SYNTAX.matcher(text.strip());
    if (!size.matches()) {
      throw new MattingException(
          "A crop is \"" + text + "\", expected width x height in pixels, such as 192x144");
    }
    return new CropSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
