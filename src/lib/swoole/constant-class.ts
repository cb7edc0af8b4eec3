/**
 * Swoole\\Constant and Swoole\\Http\\Status: names as constants.
 * Source: swoole/library src/core/Constant.php, src/core/Http/Status.php
 */
import type { ClassDef, ConstantDef } from '../../object/class-def.ts';
import type { MethodDef } from '../define.ts';
import { REASONS } from '../http/status-text.ts';

/** The events, as on() knows them. */
const EVENTS: readonly string[] = [
  'start',
  'beforeShutdown',
  'shutdown',
  'workerStart',
  'workerStop',
  'beforeReload',
  'afterReload',
  'task',
  'finish',
  'workerExit',
  'workerError',
  'managerStart',
  'managerStop',
  'pipeMessage',
  'connect',
  'receive',
  'close',
  'packet',
  'bufferFull',
  'bufferEmpty',
  'request',
  'handshake',
  'open',
  'message',
  'disconnect',
  'beforeHandshakeResponse',
  'error',
];

const OPTIONS = `
debug_mode trace_flags log_file log_level log_date_format log_date_with_microseconds log_rotation
display_errors dns_server socket_dns_timeout socket_connect_timeout socket_write_timeout socket_send_timeout socket_read_timeout
socket_recv_timeout socket_buffer_size socket_timeout http2_header_table_size http2_enable_push http2_max_concurrent_streams http2_init_window_size
http2_max_frame_size http2_max_header_list_size aio_core_worker_num aio_worker_num aio_max_wait_time aio_max_idle_time iouring_entries
iouring_workers iouring_flag reload_async max_wait_time max_coro_num max_coroutine c_stack_size
stack_size hook_flags enable_preemptive_scheduler enable_deadlock_check name_resolver dns_cache_refresh_time thread_num
min_thread_num max_thread_num socket_dontwait dns_lookup_random use_async_resolver enable_coroutine init_arguments
chroot user group daemonize pid_file reactor_num single_thread
worker_num max_queued_bytes send_timeout dispatch_mode send_yield dispatch_func discard_timeout_request
enable_unsafe_event enable_delay_receive enable_reuse_port task_use_object task_object task_enable_coroutine task_worker_num
task_ipc_mode task_tmpdir task_max_request task_max_request_grace max_connection max_conn start_session_id
heartbeat_idle_time heartbeat_check_interval max_request max_request_grace http_parse_cookie http_parse_post http_parse_files
http_compression http_gzip_level http_compression_level compression_level http_gzip_min_length http_compression_min_length compression_min_length
http_compression_types compression_types websocket_compression enable_static_handler document_root http_autoindex http_index_files
static_handler_locations input_buffer_size buffer_input_size output_buffer_size buffer_output_size message_queue_key bootstrap
max_concurrency worker_max_concurrency backlog kernel_socket_recv_buffer_size kernel_socket_send_buffer_size buffer_high_watermark buffer_low_watermark
open_tcp_nodelay tcp_defer_accept open_tcp_keepalive open_eof_check open_eof_split package_eof open_http_protocol
open_websocket_protocol websocket_subprotocol open_websocket_close_frame open_websocket_ping_frame open_websocket_pong_frame open_http2_protocol open_mqtt_protocol
open_redis_protocol max_idle_time tcp_keepidle tcp_keepinterval tcp_keepcount tcp_user_timeout tcp_fastopen
open_length_check package_length_type package_length_offset package_body_offset package_body_start package_length_func package_max_length
ssl_cert_file ssl_key_file ssl_compress ssl_protocols ssl_verify_peer ssl_allow_self_signed ssl_client_cert_file
ssl_verify_depth ssl_prefer_server_ciphers ssl_ciphers ssl_ecdh_curve ssl_dhparam ssl_sni_certs ssl_cafile
ssl_capath ssl_host_name ssl_passphrase upload_tmp_dir upload_max_filesize host port
ssl reuse_port timeout connect_timeout read_timeout write_timeout keep_alive
websocket_mask http_proxy_host http_proxy_port http_proxy_username http_proxy_user http_proxy_password socks5_host
socks5_port socks5_username socks5_password bind_address bind_port defer enable_server_token
admin_server stats_file event_object
`;

/** workerStart -> WORKER_START */
function upper(name: string): string {
  return name.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase();
}

const constants: readonly ConstantDef[] = [
  ...EVENTS.map((name) => ({ name: `EVENT_${upper(name)}`, value: name })),
  ...OPTIONS.trim()
    .split(/\s+/)
    .map((name) => ({ name: `OPTION_${name.toUpperCase()}`, value: name })),
];

/** I'm a teapot -> IM_A_TEAPOT */
function statusName(reason: string): string {
  return reason.replace(/'/g, '').replace(/[ -]/g, '_').toUpperCase();
}

export const constantClasses: readonly ClassDef<MethodDef>[] = [
  { name: 'Swoole\\Constant', constants },
  {
    name: 'Swoole\\Http\\Status',
    constants: Object.entries(REASONS).map(([code, reason]) => ({ name: statusName(reason), value: Number(code) })),
  },
];
