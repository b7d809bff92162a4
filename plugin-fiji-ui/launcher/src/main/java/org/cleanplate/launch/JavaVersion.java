package org.cleanplate.launch;

/** The Java that runs, by its feature number: 8, 17, 21. */
final class JavaVersion {
  /** What everything but this package is compiled for. */
  static final int REQUIRED = 17;

  private final int feature;

  private JavaVersion(int feature) {
    this.feature = feature;
  }

  static JavaVersion current() {
    return parse(System.getProperty("java.specification.version"));
  }

  /**
   * @param specification as in the property {@code java.specification.version}: {@code 1.8} or
   *     {@code 17}
   */
  static JavaVersion parse(String specification) {
    String feature = specification.startsWith("1.") ? specification.substring(2) : specification;
    int end = feature.indexOf('.');
    return new JavaVersion(Integer.parseInt(end < 0 ? feature : feature.substring(0, end)));
  }

  /**
   * @throws InstallationException if this Java is too old
   */
  void requireNewEnough() {
    if (feature < REQUIRED) {
      throw new InstallationException(
          "Cleanplate needs Java "
              + REQUIRED
              + " or newer, this ImageJ runs on Java "
              + feature
              + ": get a newer Fiji, which brings its own, or start ImageJ with a newer Java.");
    }
  }
}
