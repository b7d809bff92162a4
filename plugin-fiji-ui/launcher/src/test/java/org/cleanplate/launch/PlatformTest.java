package org.cleanplate.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64, linux64",
    "Linux, aarch64, linux-arm64, linux-arm64",
    "Mac OS X, aarch64, macosx-arm64, macos-arm64",
    "Windows 11, amd64, windows-x86_64, win64"
  })
  void isToldByTheNamesThatJavaGives(String os, String machine, String label, String fiji) {
    Platform platform = Platform.of(os, machine).orElseThrow();
    assertEquals(label, platform.label());
    assertEquals(fiji, platform.fijiName());
  }

  @Test
  void machinesWithoutNativeLibrariesHaveNone() {
    assertTrue(Platform.of("Mac OS X", "x86_64").isEmpty());
    assertTrue(Platform.of("Linux", "ppc64le").isEmpty());
    assertTrue(Platform.of("Windows 10", "x86").isEmpty());
    assertTrue(Platform.of("FreeBSD", "amd64").isEmpty());
  }
}
