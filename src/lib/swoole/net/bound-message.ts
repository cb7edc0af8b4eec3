/** What is said when two coroutines wait on the same side of a socket. Source: swoole-src include/swoole_coroutine_socket.h */
export function boundMessage(fd: number, side: 'read' | 'write', bound: number, current: number): string {
  return (
    `Socket#${fd} has already been bound to another coroutine#${bound}, ` +
    `${side === 'read' ? 'reading' : 'writing'} of the same socket in coroutine#${current} at the same time is not allowed`
  );
}
