package org.cleanplate.launch;

/**
 * The thread's context class loader, set for a while: what services and loggers look for their
 * implementations in. Closed by the thread that opened it.
 */
final class ContextLoader implements AutoCloseable {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  ContextLoader(ClassLoader loader) {
    Thread.currentThread().setContextClassLoader(loader);
  }

  @Override
  public void close() {
    Thread.currentThread().setContextClassLoader(before);
  }
}
