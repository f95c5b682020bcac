import type { ContractTexts } from './language.ts';

/** What the contract says of the Local API, in Chinese. */
export const contractZhCn: ContractTexts = {
  titles: {
    'profile-list': '获取窗口列表',
    'profile-create': '创建窗口',
    'profile-copy': '复制窗口',
    'profile-open': '打开窗口',
    'profile-opened-list': '获取已打开窗口列表',
    'native-client-profile-opened-list': '获取通过接口打开的窗口列表',
    'profile-opened-list-arrange-tile': '排列已打开的窗口',
    'profile-open-state-reset': '重置打开状态',
    'profile-open-with-random-fingerprint': '以随机指纹打开窗口',
    'profile-close': '关闭窗口',
    'profile-close-in-batches': '批量关闭窗口',
    'profile-clear-cache': '清除窗口缓存',
    'profile-clear-cache-and-cookies': '清除窗口缓存和 Cookie',
    'profile-update': '修改窗口',
    'profile-update-proxy-for-purchased-traffic-package': '改用已购买的动态住宅代理',
    'profile-update-proxy-to-purchased-mode': '改用已购买的静态代理',
    'profile-update-proxy-for-custom-proxy': '改用自定义代理',
    'profile-update-proxy-for-api-extraction': '改用 API 提取代理',
    'profile-random-fingerprint-configuration': '随机化指纹',
    'profile-update-groups-in-batches': '批量移动窗口到分组',
    'profile-get-cookies': '获取窗口 Cookie',
    'profile-update-cookies': '替换窗口 Cookie',
    'profile-delete': '删除窗口',
    'empty-recycle-bin': '清空回收站',
    'profile-transfer-code-create': '创建转移码',
    'profile-transfer-cancel': '取消转移码',
    'profile-transfer-code-import': '通过转移码导入窗口',
    'profile-transfer-record-list': '获取转移记录',
    'group-list': '获取分组列表',
    'group-create': '创建分组',
    'group-update': '修改分组',
    'group-delete': '删除分组',
    'tag-list': '获取标签列表',
    'tag-create': '创建标签',
    'tag-update': '重命名标签',
    'tag-delete': '删除标签',
    'traffic-package-list': '获取动态住宅代理列表',
    'proxy-list': '获取代理列表',
    'proxy-create': '创建自定义代理',
    'proxy-update': '修改自定义代理',
    'proxy-delete': '删除自定义代理',
    'proxy-tag-list': '获取代理标签列表',
    'proxy-tag-create': '创建代理标签',
    'proxy-tag-update': '重命名代理标签',
    'proxy-tag-delete': '删除代理标签',
    'gateway-list': '获取访问线路列表',
    'gateway-switch': '切换访问线路',
    'system-cache-clear': '清除服务缓存（无实际效果）',
    'profile-clear-cache-keep-extensions': '清除缓存但保留扩展',
    'profile-clear-cloud-data': '清除云端数据',
    'profile-clear-saved-user-password': '清除已保存的登录信息',
  },
  notes: {
    // What an action does
    'Returns the profiles of the account page by page, with optional filters.':
      '分页返回账号中的窗口，可附加筛选条件。',
    'Creates one profile and returns its serial number.': '创建一个窗口并返回其序号。',
    'Creates a new profile from an existing one and returns its serial number.':
      '根据已有窗口创建新窗口，并返回新窗口的序号。',
    'Starts the browser of a profile and returns the addresses needed to automate it.':
      '启动窗口的浏览器，并返回自动化所需的地址。',
    'Lists profiles that the account has open, with who opened them and when.':
      '列出该账号已打开的窗口，以及打开者和打开时间。',
    'Lists profiles running on this computer that were opened through the API, with their debugging addresses.':
      '列出在这台电脑上通过接口打开并正在运行的窗口，以及它们的调试地址。',
    'Arranges the windows of opened profiles on a monitor.': '在显示器上排列已打开的窗口。',
    'Clears a stuck "opened" mark of a profile that is in fact closed.':
      '清除实际已关闭、却仍显示为“已打开”的窗口状态。',
    'Opens a profile with a random fingerprint in which single values and the proxy can be fixed.':
      '以随机指纹打开窗口，可指定其中个别指纹项和代理。',
    'Closes one running profile.': '关闭一个正在运行的窗口。',
    'Closes several running profiles in one call.': '一次请求关闭多个正在运行的窗口。',
    'Deletes the local browser cache of one or more profiles.': '删除一个或多个窗口的本地浏览器缓存。',
    'Deletes the local cache and the cookies of one or more profiles.':
      '删除一个或多个窗口的本地缓存和 Cookie。',
    'Changes settings of one profile.': '修改一个窗口的设置。',
    'Switches a profile to a purchased residential proxy (traffic package).':
      '让窗口改用已购买的动态住宅代理（流量包）。',
    'Switches a profile to a purchased static proxy.': '让窗口改用已购买的静态代理。',
    'Switches a profile to a proxy given by address, or to a direct connection.':
      '让窗口改用指定地址的代理，或改为直连。',
    'Switches a profile to a proxy that ixBrowser fetches from a supplier link.':
      '让窗口改用由 ixBrowser 从服务商链接提取的代理。',
    'Replaces the stored fingerprint of a profile with a random one.': '用随机指纹替换窗口保存的指纹。',
    'Moves one or more profiles into a group.': '将一个或多个窗口移动到分组。',
    'Returns the stored cookies of a profile as JSON text.': '以 JSON 文本返回窗口保存的 Cookie。',
    'Stores a new set of cookies for a profile.': '为窗口保存一组新的 Cookie。',
    'Deletes one profile.': '删除一个窗口。',
    'Removes the profiles in the recycle bin for good.': '彻底删除回收站中的窗口。',
    'Creates a code with which another account can take over a profile.':
      '创建转移码，其他账号可凭此接收窗口。',
    'Withdraws the transfer code of a profile.': '撤回窗口的转移码。',
    'Takes over a profile with a transfer code and returns its new serial number.':
      '用转移码接收窗口，并返回其新序号。',
    'Lists sent or received profile transfers page by page.': '分页列出转出或接收的窗口转移记录。',
    'Lists the profile groups page by page.': '分页列出窗口分组。',
    'Creates a profile group and returns its id.': '创建窗口分组并返回其 ID。',
    'Renames a group or changes its sort position.': '重命名分组，或修改其排序。',
    'Deletes a group.': '删除分组。',
    'Lists the profile tags page by page.': '分页列出窗口标签。',
    'Creates a profile tag and returns its id.': '创建窗口标签并返回其 ID。',
    'Renames a profile tag.': '重命名窗口标签。',
    'Deletes a profile tag.': '删除窗口标签。',
    'Lists the purchased residential proxies (traffic packages) page by page.':
      '分页列出已购买的动态住宅代理（流量包）。',
    'Lists custom and purchased static proxies page by page.': '分页列出自定义代理和已购买的静态代理。',
    'Stores a custom proxy and returns its id.': '保存一个自定义代理并返回其 ID。',
    'Changes a stored custom proxy.': '修改已保存的自定义代理。',
    'Deletes a stored custom proxy.': '删除已保存的自定义代理。',
    'Lists the proxy tags page by page.': '分页列出代理标签。',
    'Creates a proxy tag and returns its id.': '创建代理标签并返回其 ID。',
    'Renames a proxy tag.': '重命名代理标签。',
    'Deletes a proxy tag.': '删除代理标签。',
    'Lists the access lines (gateways) the client can use.': '列出客户端可用的线路。',
    'Makes another access line the active one.': '切换到另一条线路。',
    'Asks a different service to clear its global or per-service cache; documented as having no effect since the cache module was removed.':
      '请求另一个服务清除其全局缓存或单个服务的缓存；文档说明缓存模块移除后此调用不起作用。',
    'Deletes the cache of one or more profiles without removing their extensions.':
      '删除一个或多个窗口的缓存，保留扩展程序。',
    'Deletes chosen kinds of cloud-backed data of one or more profiles.':
      '删除一个或多个窗口中指定类型的云端备份数据。',
    'Deletes the account names and passwords the browser of one profile has saved.':
      '删除一个窗口的浏览器保存的账号和密码。',

    // What is known of an action besides
    'What is copied (proxy, cookies, cache, tags, fingerprint, notes) is not documented.':
      '文档没有说明会复制哪些内容（代理、Cookie、缓存、标签、指纹、备注）。',
    'The daily copy quota error 1019 and the permission error 1008 are not in the list of codes for this call.':
      '每日复制次数错误 1019 和权限错误 1008 不在此接口的错误码列表中。',
    'Codes that look made for opening but are not listed here: 1015, 1018, 1020, 2011, 2012, 2013, 111001, 111002, 111003.':
      '以下错误码看起来与打开窗口有关，但未列在此处：1015、1018、1020、2011、2012、2013、111001、111002、111003。',
    'Not paginated.': '不分页。',
    'No body and no failure case are documented.': '文档没有请求体，也没有失败示例。',
    'The list of codes is identical to the one of profile-open and looks carried over.':
      '错误码列表与 profile-open 相同，像是照搬过来的。',
    'No failure case is documented.': '文档没有失败示例。',
    'Success and failure both carry data null: only error.code tells them apart.':
      '成功和失败时 data 都为 null，只能靠 error.code 区分。',
    'What happens when the profile is really running is not documented.':
      '文档没有说明窗口确实在运行时会怎样。',
    'No proxy_extraction_method, ip_detection or traffic_package_ip_policy in this proxy_config.':
      '此处的 proxy_config 没有 proxy_extraction_method、ip_detection 和 traffic_package_ip_policy。',
    'Whether the random fingerprint is stored in the profile or only used for this session is not documented.':
      '文档没有说明随机指纹会保存到窗口，还是仅用于本次打开。',
    'Works only for profiles that were opened through the API; otherwise 1009.':
      '只对通过接口打开的窗口有效，否则返回 1009。',
    'What counts as cache (history, extensions, local storage, IndexedDB) is not documented.':
      '文档没有说明缓存包括哪些内容（历史记录、扩展程序、Local Storage、IndexedDB）。',
    'Behaviour for a running profile is not documented; 111003 is not among the codes.':
      '文档没有说明窗口正在运行时会怎样；111003 不在错误码列表中。',
    'The v1 community client ontisme/ixBrowser remarks that clearing an empty cache was reported as a failure in v1.':
      'v1 社区客户端 ontisme/ixBrowser 提到：在 v1 中清除空缓存会被报告为失败。',
    'Logs the profile out of its sites. Whether cookies backed up in the cloud go too is not documented.':
      '窗口会退出各网站的登录。文档没有说明云端备份的 Cookie 是否也会删除。',
    'That omitted fields stay unchanged is implied, not written.':
      '未发送的字段应保持不变，但文档没有明确写出。',
    'new_profile_id changes the identity other systems may hold: ask before using it.':
      'new_profile_id 会改变其他系统可能使用的序号：使用前请先确认。',
    'Use the documented path.': '请使用文档中的路径。',
    'The out-of-range codes for these fields are documented for create (101043-101052) and update (102011-102019), not for this call: which code comes back here is unknown.':
      '这些字段的超范围错误码只在创建（101043-101052）和修改（102011-102019）中有说明，此接口会返回哪一个未知。',
    'The error sample has data as an empty array and error.time.':
      '错误示例中 data 为空数组，并带有 error.time。',
    'Whether the link is tried when the call is made or only at the next opening (111001, 111002) is not documented.':
      '文档没有说明链接是在调用时就尝试，还是到下次打开窗口时才尝试（111001、111002）。',
    'There is no call that brings the former fingerprint back.': '没有接口可以恢复原来的指纹。',
    'Whether the list replaces or merges with the stored cookies is not documented; treated as destructive.':
      '文档没有说明是替换还是合并已保存的 Cookie，因此按会删除数据处理。',
    'A recycle bin exists (empty-recycle-bin), but no page says that deleted profiles go there and no call restores them.':
      '虽有回收站（empty-recycle-bin），但文档没有说明删除的窗口会进入回收站，也没有接口可以恢复。',
    '116001 reads like this call but is not in its list of codes.':
      '116001 看起来属于此接口，但不在其错误码列表中。',
    'The filter and paging fields look carried over from profile-list; whether they narrow what is removed is unknown, so assume that everything is removed.':
      '筛选和分页字段像是从 profile-list 照搬过来的；它们能否缩小删除范围未知，请当作会全部删除。',
    'The list of codes equals the one of profile-transfer-code-create (it even has the password codes, though no password is sent).':
      '错误码列表与 profile-transfer-code-create 相同（甚至包含密码错误码，尽管并不发送密码）。',
    'The only page whose failure is headed with HTTP 404 instead of 200: read the body whatever the HTTP status is.':
      '唯一一个失败示例标为 HTTP 404 而非 200 的页面：无论 HTTP 状态如何，都应读取正文。',
    'What happens to the profiles inside the group is not documented; unlike tags there is no "still in use" code.':
      '文档没有说明分组内的窗口会怎样；与标签不同，没有“仍在使用”的错误码。',
    'The JSON sample on this page shows the message in Chinese: the language of messages can follow the client, so match on the code only.':
      '此页的 JSON 示例中 message 为中文：消息语言可能随客户端而变，请只按错误码判断。',
    '115003 refuses the deletion while profiles still carry the tag.':
      '仍有窗口使用此标签时，以 115003 拒绝删除。',
    '108002 refuses the deletion while a profile uses the proxy.':
      '仍有窗口使用此代理时，以 108002 拒绝删除。',
    'The table of the page pairs 119001 with the text of 119002; the appendix and the JSON sample agree with each other.':
      '页面表格把 119001 与 119002 的说明弄混了；附录与 JSON 示例一致。',
    '121003 refuses the deletion while proxies still carry the tag.':
      '仍有代理使用此标签时，以 121003 拒绝删除。',
    'Not the residential proxy nodes that proxy fields also call gateway; reads like the lines that error 1016 tells users to switch.':
      '不是代理字段中同样叫作 gateway 的住宅代理节点；应是错误 1016 提示用户切换的线路。',
    'The sample message for 118002 differs from the appendix text ("The line does not exist").':
      '118002 的示例消息与附录中的说明（线路不存在）不同。',
    'A different product: no /api/v2 prefix, no error/data envelope, no base URL, no authentication described. Never send it to the ixBrowser port by default.':
      '这是另一个产品：没有 /api/v2 前缀，没有 error/data 结构，文档没有说明基础地址和认证方式。默认不得发送到 ixBrowser 的端口。',
    'Flagged destructive because of what the name promises; the page itself calls it a no-op, so a reply of success does not prove that anything was cleared.':
      '因名称而标为会删除数据；页面本身说明它不起作用，因此返回成功也不能证明清除了内容。',
    'The page example is inconsistent (two cleared items but 234 entries cleared), so do not derive one number from the other.':
      '页面示例前后不一致（清除了 2 项，却有 234 条），请勿由一个数字推算另一个。',
    'Business failure can come back as status "error" with an ordinary success reply.':
      '业务失败时，可能以正常的成功回复返回 status "error"。',
    'The same response model is also used by POST /api/system/performance/clear-cache, which the page mentions without describing its request.':
      'POST /api/system/performance/clear-cache 也使用相同的回复结构，页面提到了它，但没有说明其请求。',
    "The service behind it is Ishvana's local backend (a FastAPI application that its desktop app starts on this computer): its own documentation states http://localhost:37737, no authentication, and that the live /openapi.json is authoritative. The port is not stated on the seed page, so it must be a setting.":
      '对应的服务是 Ishvana 的本地后端（由其桌面程序在这台电脑上启动的 FastAPI 应用）：其文档说明地址为 http://localhost:37737，无需认证，并以实时的 /openapi.json 为准。来源页面没有写明端口，因此端口须可设置。',

    // Fields
    'Filter on one serial number; the example sends 0, which seems to mean no filter.':
      '按序号筛选；示例发送 0，似乎表示不筛选。',
    'Filter on the name; whether it matches partly is not stated.': '按名称筛选；没有说明是否支持部分匹配。',
    'Filter on a group; 0 in the example.': '按分组筛选；示例中为 0。',
    'Filter on a tag; 0 in the example.': '按标签筛选；示例中为 0。',
    '1-based page number.': '页码，从 1 开始。',
    'Rows per page; no maximum is documented.': '每页条数；文档没有说明上限。',
    'Start page as a platform number.': '起始页，以平台编号表示。',
    'Address of the start page.': '起始页的网址。',
    'Icon colour as #RRGGBB; the SDK recommends the ten colours of enums.json profile_color.':
      '图标颜色，格式为 #RRGGBB；SDK 推荐 enums.json 中 profile_color 的十种颜色。',
    'Name of the profile.': '窗口名称。',
    'Free text; error 101040 / 102010 says 200 characters at most.':
      '任意文本；错误 101040 / 102010 说明最多 200 个字符。',
    'Tag name (not id); an array of names is accepted for several tags although the table only says string.':
      '标签名称（不是 ID）；多个标签可用名称数组，尽管表格只写了字符串。',
    'Login name for the platform.': '平台的登录账号。',
    'Login password for the platform.': '平台的登录密码。',
    'Secret for two-factor login.': '两步验证的密钥。',
    'Cookies as JSON text (a string, not an array).': 'JSON 文本形式的 Cookie（字符串，不是数组）。',
    'Proxy settings of the profile.': '窗口的代理设置。',
    'Documented as a string (an empty one in the example) although proxy ids are integers elsewhere. Read literally, the rule also covers proxy_mode 4, where no id makes sense.':
      '文档写为字符串（示例中为空），而其他地方的代理 ID 是整数。按字面规则也适用于 proxy_mode 4，但那里用不到 ID。',
    'A string on the wire.': '传输时为字符串。',
    'Proxy account.': '代理账号。',
    'Proxy password.': '代理密码。',
    'Re-read country, time zone and coordinates of the IP at every opening; meant for dynamic IPs.':
      '每次打开时重新读取 IP 的国家、时区和坐标，适用于动态 IP。',
    'Maps the keys of the supplier reply to IP, port, account and password.':
      '将服务商返回的字段对应到 IP、端口、账号和密码。',
    'Name of the key that holds the IP in the supplier reply.': '服务商返回内容中 IP 的字段名。',
    'Name of the key that holds the port.': '端口的字段名。',
    'Name of the key that holds the proxy account.': '代理账号的字段名。',
    'Name of the key that holds the proxy password.': '代理密码的字段名。',
    'Address from which the proxy is fetched.': '提取代理的地址。',
    'Switches the list of domains that skip the proxy.': '是否启用不走代理的域名列表。',
    'Domains that skip the proxy, one per line (newline separated); wildcards are shown in the example.':
      '不走代理的域名，每行一个（以换行分隔）；示例中使用了通配符。',
    'Marked required for profile-update, surely meant for proxy_mode 1 only.':
      '在 profile-update 中标为必填，应仅指 proxy_mode 1。',
    'As country.': '与 country 相同。',
    'Fingerprint settings; almost every switch travels as a string.':
      '指纹设置；几乎所有开关都以字符串传输。',
    'Number of CPU cores to report.': '显示的 CPU 核心数。',
    'Memory to report; the unit is not stated.': '显示的内存大小；没有说明单位。',
    'Desktop names go with ua_type 1, mobile names with ua_type 2; the spelling of the names differs between pages.':
      '桌面系统名称对应 ua_type 1，移动系统名称对应 ua_type 2；各页面的名称写法不一致。',
    'Full User-Agent text.': '完整的 User-Agent 文本。',
    'Two-letter code of the language appendix (country based, not BCP 47).':
      '语言附录中的两位代码（按国家，不是 BCP 47）。',
    'Accuracy radius; 1000 in the example, unit not stated.': '精度半径；示例为 1000，没有说明单位。',
    'A custom resolution is not possible for mobile profiles.': '移动端窗口不能自定义分辨率。',
    'Width and height joined by a comma, e.g. "1920,1080".': '宽和高，以逗号连接，例如 "1920,1080"。',
    'Names out of the font appendix (not copied into enums.json).': '字体附录中的名称（未收入 enums.json）。',
    'Vendor name out of the WebGL appendix (not copied into enums.json).':
      'WebGL 附录中的厂商名称（未收入 enums.json）。',
    'Renderer name out of the WebGL appendix (not copied into enums.json).':
      'WebGL 附录中的渲染器名称（未收入 enums.json）。',
    'Comma separated port numbers between 1 and 65535, e.g. "4000,4001".':
      '1 至 65535 之间的端口号，以逗号分隔，例如 "4000,4001"。',
    'Marked required for profile-update in the later docs.': '较新的文档在 profile-update 中标为必填。',
    'Values not documented; error 101035 belongs to it; "1" in the v1 client ontisme/ixBrowser.':
      '文档没有说明取值；对应错误 101035；v1 客户端 ontisme/ixBrowser 中为 "1"。',
    'Behaviour of the browser window and of cloud backup.': '浏览器窗口和云端备份的行为。',
    'Keep cookies in the cloud.': '在云端保存 Cookie。',
    'Value 1 needs cookies_backup to be on.': '取值 1 需要开启 cookies_backup。',
    'Addresses to open, one per line.': '要打开的网址，每行一个。',
    'Suppress the save-password box.': '不显示保存密码提示。',
    'Suppress the restore-pages popup.': '不显示恢复页面提示。',
    'Turn the popup blocker off.': '关闭弹窗拦截。',
    'Show the profile information page after opening.': '打开后显示窗口信息页。',
    'Show the stored password (the SDK says: on the information page).':
      '显示保存的密码（SDK 说明：在信息页上）。',
    'Load imported bookmarks.': '加载导入的书签。',
    'Only in the SDK; the docs have extra_tab_source for tab handling.':
      '仅见于 SDK；文档用 extra_tab_source 处理标签页。',
    'Serial number of the profile to copy; one only.': '要复制的窗口序号，只能一个。',
    'No default is documented here.': '文档没有说明默认值。',
    'Error 112006 reports it missing.': '缺少时返回错误 112006。',
    'Name of the copy; what the copy is called without it is not stated.':
      '副本名称；没有说明不填时副本叫什么。',
    'The page only says that the default group has id 1; whether the copy lands there or in the group of the original when the field is missing is not spelled out. Must be an integer (error 112004).':
      '页面只说明默认分组的 ID 为 1；没有写明不填时副本进入默认分组还是原窗口的分组。必须是整数（错误 112004）。',
    'Serial number of the profile.': '窗口序号。',
    'Extra Chromium command line switches; not all are guaranteed to work.':
      '额外的 Chromium 启动参数；不保证全部有效。',
    'Load the extensions.': '加载扩展程序。',
    'Show the profile information page.': '显示窗口信息页。',
    'Cloud backup of cookies; a boolean here, "0"/"1" text in preference_config.':
      'Cookie 云备份；此处为布尔值，在 preference_config 中为文本 "0"/"1"。',
    'Cookies as JSON text; the SDK warns that null makes cookie loading fail, so leave it out instead.':
      'JSON 文本形式的 Cookie；SDK 提醒 null 会导致加载失败，应改为不发送。',
    'Said to be honoured by some client versions only.': '据说只有部分客户端版本支持。',
    'Monitor: 0 is the primary one, 1, 2 ... are the extended ones.':
      '显示器：0 为主显示器，1、2……为扩展显示器。',
    'The misspelling of height is the real field name.': '字段名中 height 的拼写就是这样。',
    'The misspelling of deviation is the real field name.': '字段名中 deviation 的拼写就是这样。',
    'Extra Chromium command line switches.': '额外的 Chromium 启动参数。',
    'Cookies as JSON text.': 'JSON 文本形式的 Cookie。',
    'Documented as a string here ("2"), as an integer everywhere else.':
      '此处文档写为字符串（"2"），其他地方均为整数。',
    'Documented as an integer here and as a string in profile-create / profile-update.':
      '此处文档写为整数，在 profile-create / profile-update 中为字符串。',
    'City names come from the proxy form of the desktop client; no list is published.':
      '城市名称来自桌面客户端的代理表单；没有公布列表。',
    'Serial numbers; the example sends them as strings ("161"), other batch calls send integers.':
      '窗口序号；示例以字符串发送（"161"），其他批量接口发送整数。',
    'Serial numbers.': '窗口序号。',
    'Renumbers the profile to this serial number.': '将窗口改为此序号。',
    'This page lists only 1 and 2; the enum appendix and profile-create also know 3.':
      '此页只列出 1 和 2；枚举附录和 profile-create 还有 3。',
    'Marked as required on this page although its parent object is optional and profile-create marks it optional. Suppress the save-password box.':
      '不显示保存密码提示。此页标为必填，但其上级对象是可选的，profile-create 中也标为可选。',
    'Marked as required on this page although its parent object is optional and profile-create marks it optional.':
      '此页标为必填，但其上级对象是可选的，profile-create 中也标为可选。',
    'Id from traffic-package-list.': 'traffic-package-list 中的 ID。',
    'Lower case in the example ("us"), upper case in the appendix.': '示例中为小写（"us"），附录中为大写。',
    'No list is published; the desktop client shows the choices.': '没有公布列表；可选项见桌面客户端。',
    'Id of a purchased proxy from proxy-list (type 2).': 'proxy-list 中已购买代理（类型 2）的 ID。',
    'This page names direct, socks5, http and ssh; https is missing here but is in the enum appendix.':
      '此页列出 direct、socks5、http 和 ssh；缺少 https，但枚举附录中有。',
    'Marked required although a default is documented.': '标为必填，但文档给出了默认值。',
    'The page gives no list; the example is socks5, and direct would make no sense here.':
      '页面没有列出取值；示例为 socks5，direct 在此没有意义。',
    'Link of the supplier; empty in the example although required.': '服务商的链接；必填，但示例中为空。',
    'Cookies as JSON text of an array. The SDK serialises a list itself and turns None into an empty string.':
      '数组形式的 JSON 文本 Cookie。SDK 会自行序列化列表，并将 None 转为空字符串。',
    '0 in the example.': '示例中为 0。',
    'Marked required, yet the example body is an empty object and the SDK sends an empty object.':
      '标为必填，但示例请求体和 SDK 发送的都是空对象。',
    'Profile name.': '窗口名称。',
    'Has no effect for a residential package or a direct connection.': '对住宅流量包或直连无效。',
    'Login password of the account. Secret: do not store or log.':
      '账号的登录密码。机密：不要保存或写入日志。',
    'Group for the imported profile; the default group without it.': '接收的窗口所在分组；不填则为默认分组。',
    'New proxy settings for the imported profile.': '接收的窗口的新代理设置。',
    'Documented as a string.': '文档写为字符串。',
    'Marked required inside an optional object.': '在可选对象中标为必填。',
    'Marked required inside an optional object; one domain per line.': '在可选对象中标为必填；每行一个域名。',
    'Filter on the profile name.': '按窗口名称筛选。',
    'Filter on the name.': '按名称筛选。',
    'Name of the group.': '分组名称。',
    'Sort position; required (error 105003).': '排序；必填（错误 105003）。',
    'Name of the tag.': '标签名称。',
    'Filter on the address.': '按地址筛选。',
    'Filter on a proxy tag.': '按代理标签筛选。',
    'Filter on one proxy.': '按单个代理筛选。',
    'http, https, socks5 or ssh; direct is not offered here (the page also misspells socks5).':
      'http、https、socks5 或 ssh；此处没有 direct（页面还写错了 socks5）。',
    'Marked required, but empty in the example and optional in the SDK.':
      '标为必填，但示例中为空，SDK 中为可选。',
    'Tag name; an array of names for several.': '标签名称；多个时用名称数组。',
    'Id from gateway-list; a string in the docs, an integer in an SDK example.':
      'gateway-list 中的 ID；文档中为字符串，SDK 示例中为整数。',
    'Service whose cache is meant; leave out or send null for the global cache. The example value is "etherforce". The field list of the same page calls it service_name.':
      '要清除缓存的服务；不发送或发送 null 表示全局缓存。示例值为 "etherforce"。同一页的字段列表称之为 service_name。',
    'Serial numbers; the SDK wraps a single id into an array.': '窗口序号；SDK 会将单个序号放入数组。',
    'One serial number, not an array.': '一个窗口序号，不是数组。',

    // Conditions
    'site_id is 21': 'site_id 为 21',
    'proxy_mode is 2 or 4 and proxy_type is not direct': 'proxy_mode 为 2 或 4，且 proxy_type 不是 direct',
    'proxy_mode is not 2': 'proxy_mode 不是 2',
    'proxy_mode is 2 and proxy_type is not direct': 'proxy_mode 为 2，且 proxy_type 不是 direct',
    'proxy_mode is 1': 'proxy_mode 为 1',
    'proxy_mode is 2': 'proxy_mode 为 2',
    'proxy_mode is 4': 'proxy_mode 为 4',
    'proxy_data_format_type is txt': 'proxy_data_format_type 为 txt',
    'proxy_data_format_type is json': 'proxy_data_format_type 为 json',
    'ua_type is 2': 'ua_type 为 2',
    'device_name_source is 2': 'device_name_source 为 2',
    'platform is Windows': 'platform 为 Windows',
    'cookies_backup is on': '已开启 cookies_backup',
    'adaptive is 0': 'adaptive 为 0',
    'adaptive is 0 and layout is 1': 'adaptive 为 0，且 layout 为 1',
    'adaptive is 0 and layout is 2': 'adaptive 为 0，且 layout 为 2',
    'proxy_type is not direct': 'proxy_type 不是 direct',
    'transfer_proxy is 1 and the proxy of the profile is a purchased one':
      'transfer_proxy 为 1，且窗口的代理是购买的代理',
  },
  labels: {
    // Start pages
    'Other platform (needs site_url)': '其他平台（需填写 site_url）',
    'Blank page': '空白页',
    // Proxies
    'Purchased residential proxy': '已购买的动态住宅代理',
    'Custom proxy': '自定义代理',
    'Purchased static proxy': '已购买的静态代理',
    'Fetched from a supplier link': '通过服务商链接提取',
    'Global line': '全球线路',
    'Chinese line': '中国线路',
    'Direct connection, no proxy': '直连，不使用代理',
    'General interface': '通用接口',
    'Plain text': '纯文本',
    'When the current IP no longer works': '当前 IP 失效时',
    'At every opening of the profile': '每次打开窗口时',
    'Keep the IP for 5 to 60 minutes': 'IP 保持 5 至 60 分钟',
    'New IP at every opening': '每次打开时更换 IP',
    Purchased: '已购买',
    All: '全部',
    // Lines
    'Automatic choice': '自动选择',
    'United States, direct': '美国，直连',
    'Singapore, direct': '新加坡，直连',
    'Australia, direct': '澳大利亚，直连',
    'Singapore by way of China': '新加坡，经由中国',
    'United States by way of China 1': '美国，经由中国 1',
    'United States by way of China 2': '美国，经由中国 2',
    'Smart access, direct': '智能接入，直连',
    'East Asia, direct': '东亚，直连',
    'Southeast Asia, direct': '东南亚，直连',
    'Europe, direct': '欧洲，直连',
    'Great Britain, direct': '英国，直连',
    'South Asia, direct': '南亚，直连',
    'Thailand, direct': '泰国，直连',
    'Japan, direct': '日本，直连',
    'East Asia by way of China 1': '东亚，经由中国 1',
    'East Asia by way of China 2': '东亚，经由中国 2',
    // Switches and fingerprints
    'Follow the global setting': '跟随全局设置',
    On: '开启',
    Off: '关闭',
    Yes: '是',
    No: '否',
    Random: '随机',
    'Mobile phone': '手机',
    'Windows (PC)': 'Windows（电脑）',
    'macOS (PC)': 'macOS（电脑）',
    'Android (mobile)': 'Android（手机）',
    'iOS (mobile)': 'iOS（手机）',
    PC: '电脑',
    Automatic: '自动',
    'Kernel 102': '内核 102',
    'Kernel 114': '内核 114',
    'Kernel 121': '内核 121',
    'Kernel 126': '内核 126',
    'Kernel 130': '内核 130',
    'Kernel 134': '内核 134',
    Hidden: '隐藏',
    Shown: '显示',
    'From the IP': '根据 IP',
    Custom: '自定义',
    Ask: '询问',
    Allow: '允许',
    Block: '阻止',
    'Custom coordinates': '自定义坐标',
    'Follow the device': '跟随设备',
    'System default': '系统默认',
    Replace: '替换',
    Real: '真实',
    Forward: '转发',
    Disabled: '禁用',
    'Disable UDP': '禁用 UDP',
    'Off: the values of this computer': '关闭：使用这台电脑的值',
    'Based on WebGL': '基于 WebGL',
    Default: '默认',
    Maximum: '最大',
    'Name of this computer': '这台电脑的名称',
    'Custom (device_name)': '自定义（device_name）',
    'Off: full protection, but a visitor check may get stuck': '关闭：保护完整，但访客验证可能卡住',
    'On: fewer stuck checks, slightly easier to spot as automation':
      '开启：验证较少卡住，但稍易被识别为自动化',
    'The given addresses': '指定的网址',
    'The tabs of the last session (needs cookie backup)': '上次会话的标签页（需开启 Cookie 备份）',
    'Follow the system': '跟随系统',
    Empty: '空',
    // Transfers, lists and windows
    'Shared: the receiver may use it': '共享：接收方可以使用',
    'Transferred: the receiver may use and renew it': '转移：接收方可以使用并续费',
    Sent: '已发送',
    Received: '已接收',
    Grid: '平铺',
    Overlapped: '层叠',
    'Local storage': '本地存储',
    'Extension data': '扩展数据',
    '(not described)': '（未说明）',
  },
};
