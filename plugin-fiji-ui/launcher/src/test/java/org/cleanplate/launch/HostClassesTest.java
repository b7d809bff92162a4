package org.cleanplate.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.scijava.plugin.Plugin;

/** The class path of this test is a host that has ImageJ, SciJava and libraries of others. */
class HostClassesTest {
  private final ClassLoader engine = new HostClasses(getClass().getClassLoader());

  @Test
  void imageJAndSciJavaAreTheHostsOwn() throws ClassNotFoundException {
    assertSame(IJ.class, engine.loadClass("ij.IJ"));
    assertSame(Plugin.class, engine.loadClass("org.scijava.plugin.Plugin"));
    assertNotNull(engine.getResource("ij/IJ.class"));
  }

  @Test
  void theJdkIsThereWithItsModules() throws ClassNotFoundException {
    assertNotNull(engine.loadClass("java.util.List"));
    assertNotNull(engine.loadClass("java.sql.Connection"));
  }

  @Test
  void otherLibrariesOfTheHostAreHidden() throws IOException {
    for (String name : new String[] {Run.class.getName(), Test.class.getName()}) {
      assertThrows(ClassNotFoundException.class, () -> engine.loadClass(name));
      assertNull(engine.getResource(name.replace('.', '/') + ".class"));
    }
    String services = "META-INF/services/org.junit.platform.engine.TestEngine";
    assertNotNull(getClass().getClassLoader().getResource(services));
    assertNull(engine.getResource(services));
    assertFalse(engine.getResources(services).hasMoreElements());
    assertEquals(null, engine.getResource("plugins.config"));
  }
}
