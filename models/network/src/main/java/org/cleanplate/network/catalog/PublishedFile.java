package org.cleanplate.network.catalog;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A file of the authors' release.
 *
 * @param fileName its name there
 * @param sha256 64 lower-case hexadecimal digits
 * @param sizeBytes its size where it is known beforehand
 */
public record PublishedFile(String fileName, String sha256, OptionalLong sizeBytes) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** The release v1.0.0 of BackgroundMattingV2, whose sizes are not known before asking. */
  public static final List<PublishedFile> RELEASE =
      List.of(
          new PublishedFile(
              "torchscript_mobilenetv2_fp32.pth",
              "6d449e8a0445438491cf07c03a6e86f21df2b3aa2dc630d9430347fcb807aae4",
              OptionalLong.empty()),
          new PublishedFile(
              "torchscript_resnet50_fp32.pth",
              "c22fe27f627c04122cd44a3476315eb2fcb06a8d8ff2803ac610c1dd6d4de2a7",
              OptionalLong.empty()));

  public PublishedFile {
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("sha256 is " + sha256 + ", expected 64 hex digits");
    }
  }

  /** The name of the model once it is downloaded. */
  public String modelName() {
    return ModelFiles.stem(fileName);
  }
}
